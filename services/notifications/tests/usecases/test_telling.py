from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from kezek.contracts.auth import Account
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import (
    ChildMonthReopened,
    PickupChanged,
    SwapChanged,
    SwapEndsSoon,
    SwapSide,
)
from kezek.contracts.law import Reason, Rule
from kezek.contracts.referrals import (
    Closed,
    DeadlineMoved,
    ReferralAccepted,
    ReferralExpired,
    ReferralIssued,
    ReferralRefused,
    Returned,
    StopListed,
    TurnEnded,
    TurnStarted,
)
from kezek.contracts.texts import Text
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import (
    ActorKind,
    AdmissionRefusal,
    ApplicationStatus,
    GroupKind,
    Language,
    PickupState,
    SwapState,
)
from kezek.notifications.domain.words.afterwards import AGAIN, AGAIN_ELSEWHERE, STAYS
from kezek.notifications.main_api import build_app
from kezek.platform.testing import an_actor


def called(family: Any) -> Any:
    return family.step(TurnStarted, ApplicationStatus.NOTIFIED, turn=family.turn())


async def test_who_is_called_hears_by_sms_and_e_mail(post: Any, known: Any) -> None:
    await post.hears(called(known))
    assert await post.sends() == 2
    (sms,) = await post.outside.sms(known.phone)
    (mail,) = await post.outside.mail(known.email)
    assert "подошла ваша очередь! Выберите место до 24:00 26.11.2026" in sms.text
    assert mail.subject == "Подошла очередь вашего ребёнка"
    assert "Байтерек" not in sms.text + mail.text
    assert await post.states() == {"sms": "sent", "email": "sent"}


async def test_a_family_hears_in_its_own_language(post: Any, family: Any) -> None:
    family.language = Language.KK
    await post.hears(family.card, family.kindergarten)
    await post.hears(called(family))
    await post.sends()
    (sms,) = await post.outside.sms(family.phone)
    assert "кезегіңіз келді! Орынды 26.11.2026 24:00-ге дейін таңдаңыз" in sms.text


async def test_what_was_told_is_not_told_again(post: Any, known: Any) -> None:
    event = called(known)
    await post.hears(event)
    await post.hears(event)
    await post.hears(event, version=7)
    await post.sends()
    assert len(await post.outside.sms(known.phone)) == 1


async def test_a_turn_that_is_over_is_not_told(post: Any, known: Any) -> None:
    await post.hears(known.step(TurnEnded, ApplicationStatus.QUEUED), version=2)
    await post.hears(called(known), version=1)
    assert await post.sends() == 0


async def test_old_news_is_told_to_nobody(post: Any, known: Any) -> None:
    await post.hears(called(known), occurred_at=datetime.now(UTC) - timedelta(days=3, minutes=1))
    assert await post.sends() == 0


async def test_free_choice_is_announced_to_nobody(post: Any, known: Any) -> None:
    await post.hears(known.step(TurnEnded, ApplicationStatus.QUEUED))
    assert await post.sends() == 0


async def test_a_card_that_comes_late_is_waited_for(post: Any, family: Any) -> None:
    await post.hears(family.kindergarten, called(family))
    assert await post.sends() == 0
    assert await post.waiting() == 1
    await post.hears(family.card)
    assert await post.jobs.run_one()
    assert await post.sends() == 2
    assert await post.waiting() == 0


async def test_a_kindergarten_that_comes_late_is_waited_for(post: Any, family: Any) -> None:
    issued = family.step(ReferralIssued, ApplicationStatus.REFERRED, referral=family.referral())
    await post.hears(family.card, issued)
    await post.hears(family.kindergarten)
    assert await post.jobs.run_one()
    assert await post.sends() == 2


async def test_a_refusal_is_told_and_where_its_reason_is_read_which_may_be_of_health(post: Any, known: Any) -> None:
    refused = known.step(
        ReferralRefused,
        ApplicationStatus.REFUSAL_REVIEW,
        referral=known.referral(),
        reason="admission_refused",
        refusal=AdmissionRefusal.HEALTH,  # as the release before told it
    )
    await post.hears(refused)
    await post.sends()
    (mail,) = await post.outside.mail(known.email)
    (sms,) = await post.outside.sms(known.phone)
    assert "медицинским" not in mail.text + sms.text
    assert "Причину вы прочтёте в личном кабинете" in mail.text


async def test_a_missed_referral_is_one_message(post: Any, known: Any) -> None:
    referral = known.referral()
    until = datetime(2026, 12, 15, 19, tzinfo=UTC)
    await post.hears(
        known.step(ReferralExpired, ApplicationStatus.REFERRED, referral=referral, misses=1),
        known.step(StopListed, ApplicationStatus.STOP_LISTED, referral=referral, misses=1, stop_listed_until=until),
    )
    await post.sends()
    (sms,) = await post.outside.sms(known.phone)
    assert "Стоп-лист по 15.12.2026" in sms.text


@pytest.mark.parametrize(
    ("kind", "status", "said"),
    [
        (ReferralIssued, ApplicationStatus.REFERRED, "направление № 1000000101"),
        (ReferralAccepted, ApplicationStatus.ENROLLED, "зачислен"),
        (Returned, ApplicationStatus.QUEUED, "снова в очереди"),
        (Closed, ApplicationStatus.REMOVED, "снят с очереди"),
    ],
)
async def test_each_step_is_told(post: Any, known: Any, kind: Any, status: ApplicationStatus, said: str) -> None:
    await post.hears(known.step(kind, status, referral=known.referral()))
    await post.sends()
    (sms,) = await post.outside.sms(known.phone)
    assert said in sms.text


@pytest.mark.parametrize(
    ("reason", "status", "said", "transfer", "left"),
    [
        ("withdrawn", ApplicationStatus.WITHDRAWN, "заявление отозвано", True, STAYS),
        ("moved", ApplicationStatus.REMOVED, "переведён в очередь другого района", False, None),
        ("too_many_misses", ApplicationStatus.REMOVED, "снят с очереди", False, AGAIN),
        ("too_many_misses", ApplicationStatus.REMOVED, "снят с очереди", True, AGAIN_ELSEWHERE),
    ],
)
async def test_what_the_family_ended_itself_is_told_as_that_and_what_is_left_to_it(
    post: Any, known: Any, reason: str, status: ApplicationStatus, said: str, *, transfer: bool, left: Text | None
) -> None:
    """Who is enrolled and asked for another kindergarten stays where it is, and makes no ordinary application."""
    await post.hears(known.step(Closed, status, reason=reason, over=True, transfer=transfer))
    await post.sends()
    (sms,) = await post.outside.sms(known.phone)
    assert said in sms.text
    (mail,) = await post.outside.mail(known.email)
    told = " ".join(mail.text.split())
    assert [each for each in (AGAIN, AGAIN_ELSEWHERE) if each.ru in told] == (
        [left] if left not in {None, STAYS} else []
    )
    assert (STAYS.ru in told) is transfer


@pytest.mark.parametrize(
    ("status", "facts", "said"),
    [
        (ApplicationStatus.NOTIFIED, ("turn",), "Срок продлён, выберите до 24:00 26.11.2026"),
        (ApplicationStatus.REFERRED, ("referral",), "Срок продлён, придите до 24:00"),
        (ApplicationStatus.STOP_LISTED, ("referral", "until"), "стоп-лист по 15.12.2026"),
    ],
)
async def test_a_moved_day_is_told_once_by_sms_and_e_mail(
    post: Any, known: Any, status: ApplicationStatus, facts: tuple[str, ...], said: str
) -> None:
    until = datetime(2026, 12, 15, 19, tzinfo=UTC)
    state = {"turn": known.turn(), "referral": known.referral(), "until": until}
    names = {"until": "stop_listed_until"}
    moved = known.step(DeadlineMoved, status, **{names.get(each, each): state[each] for each in facts})
    await post.hears(moved)
    await post.hears(moved)
    assert await post.sends() == 2
    (sms,) = await post.outside.sms(known.phone)
    assert said in sms.text
    (mail,) = await post.outside.mail(known.email)
    assert "Изменён рабочий календарь" in mail.text


async def test_each_later_move_is_told_again(post: Any, known: Any) -> None:
    for version in (2, 3):
        await post.hears(known.step(DeadlineMoved, ApplicationStatus.NOTIFIED, turn=known.turn()), version=version)
        await post.sends()
    assert len(await post.outside.sms(known.phone)) == 2


async def test_the_applicant_sees_what_was_sent_and_nobody_else_does(
    post: Any, known: Any, settings: Any, api: Any
) -> None:
    await post.hears(called(known))
    await post.sends()
    opened = await api(build_app(settings))
    asked = {"application_id": str(known.application_id)}
    mine = an_actor()
    own = type(mine)(known.applicant_id, mine.iin, mine.language, mine.method)
    items = (await opened.by(own).get("/messages", params=asked)).json()["items"]
    assert {(item["channel"], item["state"]) for item in items} == {("sms", "sent"), ("email", "sent")}
    assert all(item["evidence"] for item in items)
    assert (await opened.by(an_actor()).get("/messages", params=asked)).json()["items"] == []


async def test_the_account_says_in_which_language_a_person_is_told(post: Any, known: Any) -> None:
    account = Account(person_id=known.applicant_id, email=None, phone=None, language=Language.EN)
    await post.hears(account, version=2)
    await post.hears(account.model_copy(update={"language": Language.KK}), version=1)
    await post.hears(called(known))
    await post.sends()
    (mail,) = await post.outside.mail(known.email)
    assert mail.subject == "Your child's turn has come"


async def test_what_an_application_lacks_comes_from_the_account(post: Any, family: Any) -> None:
    fallback = f"account-{family.email}"
    await post.hears(Account(person_id=family.applicant_id, email=fallback, phone=None, language=Language.RU))
    await post.hears(family.card.model_copy(update={"email": ""}), family.kindergarten)
    await post.hears(called(family))
    await post.sends()
    assert len(await post.outside.mail(fallback)) == 1
    assert len(await post.outside.sms(family.phone)) == 1


async def test_a_turn_is_told_to_every_contact_known_and_to_each_once(post: Any, known: Any) -> None:
    phone, email = type(known)().phone, f"account-{known.email}"
    await post.hears(Account(person_id=known.applicant_id, email=email, phone=phone, language=Language.RU))
    await post.hears(called(known))
    assert await post.sends() == 4
    for one, other in ((known.phone, known.email), (phone, email)):
        assert (len(await post.outside.sms(one)), len(await post.outside.mail(other))) == (1, 1)


async def test_a_contact_that_application_and_account_share_is_told_once(post: Any, known: Any) -> None:
    shared = Account(person_id=known.applicant_id, email=known.email.upper(), phone=known.phone, language=Language.RU)
    await post.hears(shared)
    await post.hears(called(known))
    assert await post.sends() == 2


async def test_what_is_no_turn_is_told_to_the_applications_own_contacts(post: Any, known: Any) -> None:
    phone, email = type(known)().phone, f"account-{known.email}"
    await post.hears(Account(person_id=known.applicant_id, email=email, phone=phone, language=Language.RU))
    await post.hears(known.step(ReferralIssued, ApplicationStatus.REFERRED, referral=known.referral()))
    assert await post.sends() == 2
    assert await post.outside.sms(phone) == []


async def test_changed_contacts_are_told_to_those_before_and_what_follows_to_the_new(post: Any, known: Any) -> None:
    other = type(known)()
    changed = known.card.model_copy(update={"phone": other.phone, "email": other.email})
    await post.hears(changed, version=2)
    await post.hears(known.card, version=1)
    await post.hears(changed, version=2)
    assert await post.sends() == 2
    (sms,), (mail,) = await post.outside.sms(known.phone), await post.outside.mail(known.email)
    assert "контакты заявления изменены" in sms.text
    assert other.phone not in sms.text + mail.text
    await post.hears(known.step(ReferralIssued, ApplicationStatus.REFERRED, referral=known.referral()))
    assert await post.sends() == 2
    assert (len(await post.outside.sms(other.phone)), len(await post.outside.mail(other.email))) == (1, 1)
    assert len(await post.outside.sms(known.phone)) == 1


async def test_only_the_contact_that_changed_is_told(post: Any, known: Any) -> None:
    other = type(known)()
    await post.hears(known.card.model_copy(update={"email": other.email, "number": "34.UO.2026.00002.1"}), version=2)
    await post.hears(known.card.model_copy(update={"email": other.email.upper()}), version=3)
    assert await post.sends() == 1
    assert (len(await post.outside.mail(known.email)), await post.outside.sms(known.phone)) == (1, [])


async def test_contacts_that_changed_long_ago_are_told_to_nobody(post: Any, known: Any) -> None:
    changed = known.card.model_copy(update={"phone": type(known)().phone})
    await post.hears(changed, version=2, occurred_at=datetime.now(UTC) - timedelta(days=3, minutes=1))
    assert await post.sends() == 0


async def test_a_parent_hears_that_a_pickup_code_was_given_and_used_once_each_and_not_that_it_was_withdrawn(
    post: Any, known: Any
) -> None:
    given = PickupChanged(
        application_id=known.application_id,
        kindergarten_id=known.kindergarten_id,
        queue=QueueRef("1110", GroupKind.GENERAL, 2022),
        language="kk",
        since=date(2026, 11, 1),
        pickup_id=new_id(),
        applicant_id=known.applicant_id,
        state=PickupState.WAITING,
        day=date(2026, 12, 4),
    )
    other = given.model_copy(update={"pickup_id": new_id(), "state": PickupState.WITHDRAWN})
    used = given.model_copy(update={"state": PickupState.USED})
    for event, version in ((given, 1), (given, 1), (other, 2), (used, 2), (used, 2)):
        await post.hears(event, version=version)
    await post.sends()
    first, second = await post.outside.sms(known.phone)
    assert "дан код, чтобы забрать ребёнка (04.12.2026)" in first.text
    assert "забрали из детского сада по коду" in second.text


async def test_a_parent_is_asked_once_to_approve_a_closed_month_and_told_when_it_is_open_again(
    post: Any, known: Any
) -> None:
    closed = known.month(date(2026, 11, 1))
    for event in (closed, closed, ChildMonthReopened(**closed.model_dump())):
        await post.hears(event)
    await post.sends()
    first, second = await post.outside.sms(known.phone)
    assert "табель ребёнка ждёт вашего утверждения (последний день месяца 30.11.2026)" in first.text
    assert "снова открыт, утверждать не нужно" in second.text


async def test_both_families_of_a_swap_hear_of_each_step_and_of_the_newest_only(post: Any, known: Any) -> None:
    proposed = SwapChanged(
        swap_id=new_id(),
        queue=QueueRef("1110", GroupKind.GENERAL, 2022),
        language="kk",
        state=SwapState.PROPOSED,
        first=SwapSide(application_id=known.application_id, applicant_id=known.applicant_id, kindergarten_id=new_id()),
        second=None,
        to_kindergarten_id=known.kindergarten_id,
        last_day=date(2026, 12, 4),
        reason=Reason.SWAP_PROPOSED,
        rule=Rule.SWAP,
        actor=ActorKind.APPLICANT,
    )
    await post.hears(proposed)
    await post.sends()
    (sms,) = await post.outside.sms(known.phone)
    assert "вы предложили обмен местами" in sms.text
    await post.hears(SwapEndsSoon(**proposed.model_dump()), version=1)
    await post.hears(SwapEndsSoon(**proposed.model_dump()), version=1)
    await post.sends()
    (_, reminder) = await post.outside.sms(known.phone)
    assert "срок обмена местами истекает" in reminder.text
    side = SwapSide(application_id=new_id(), applicant_id=new_id(), kindergarten_id=proposed.to_kindergarten_id)
    ends = {"state": SwapState.CANCELLED, "reason": Reason.SWAP_CANCELLED, "second": side}
    await post.hears(proposed.model_copy(update=ends), version=3)
    await post.hears(proposed.model_copy(update={"state": SwapState.JOINED, "second": side}), version=2)
    await post.sends()
    (_, _, cancelled) = await post.outside.sms(known.phone)
    assert "одна из семей отказалась от обмена" in cancelled.text
    assert await post.waiting() == 1, "the other family's card has not come yet"
