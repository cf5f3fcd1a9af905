from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kezek.applications.adapters import tables
from kezek.contracts.documents import DocumentMade
from kezek.contracts.hints import HintKind, person
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import ChildSwapped, Kindergarten, SwapChanged, SwapSide
from kezek.contracts.law import Reason, Rule
from kezek.contracts.notifications import MessageFailed, MessageSent
from kezek.contracts.queue import Moved, Placed
from kezek.contracts.referrals import (
    AgesOutSoon,
    CandidateEvent,
    Closed,
    DeadlineMoved,
    ReferralFacts,
    ReferralIssued,
    StopListed,
    TurnEnded,
    TurnFacts,
    TurnStarted,
)
from kezek.contracts.texts import Text
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import (
    ActorKind,
    ApplicationStatus,
    Channel,
    DocumentKind,
    GroupKind,
    InstructionLanguage,
    Language,
    Ownership,
    QueueClass,
    ReferralStatus,
    SwapState,
)

QUEUE = QueueRef(district="1134", kind=GroupKind.GENERAL, group_year=2022)
AT = datetime(2026, 11, 23, 4, tzinfo=UTC)
TURN = TurnFacts(
    turn_id=new_id(),
    place_id=new_id(),
    kindergarten_id=new_id(),
    language=InstructionLanguage.KAZAKH,
    began_at=AT,
    deadline_at=AT + timedelta(days=3),
    last_day=date(2026, 11, 26),
)
REFERRAL = ReferralFacts(
    referral_id=new_id(),
    number="1000000101",
    place_id=new_id(),
    kindergarten_id=new_id(),
    group_year=2022,
    language=InstructionLanguage.KAZAKH,
    issued_at=AT,
    expires_at=AT + timedelta(days=7),
    last_day=date(2026, 11, 30),
    status=ReferralStatus.VALID,
)


NAME = Text(kk="«Ақкөгершін» балабақшасы", ru="Детский сад «Ак когершин»", en="Ak kogershin kindergarten")
ADDRESS = Text(kk="Абай көшесі, 1", ru="улица Абая, 1", en="1 Abai street")


def garden(kindergarten_id: UUID) -> Kindergarten:
    return Kindergarten(
        kindergarten_id=kindergarten_id,
        district="1134",
        name=NAME,
        address=ADDRESS,
        phone="77990000007",
        ownership=Ownership.STATE,
    )


def step(
    kind: type[CandidateEvent],
    application_id: str,
    status: ApplicationStatus,
    reason: str = "turn_started",
    **values: Any,
) -> CandidateEvent:
    state: dict[str, Any] = {"turn": None, "referral": None, "misses": 0, "stop_listed_until": None, **values}
    return kind(
        application_id=UUID(application_id),
        child_id=new_id(),
        applicant_id=new_id(),
        queue=QUEUE,
        status=status,
        reason=reason,
        rule=Reason(reason).rule,
        **state,
    )


async def test_a_fresh_application_is_in_the_queue(world: Any) -> None:
    application_id = await world.application_id()
    tabs = await world.tabs(application_id)
    assert tabs["information"]["state"]["text"] == "В очереди"
    assert tabs["information"]["child"]["iin"] == world.child
    registered = world.outside.inside.people.find(world.child).person.name
    assert tabs["information"]["child"]["surname"] == registered.ru.surname
    assert [line["code"] for line in tabs["history"]] == ["submitted"]
    assert tabs["documents"] == []


async def test_the_history_tells_what_others_did_in_the_persons_language(world: Any) -> None:
    application_id = await world.application_id()
    key = UUID(application_id)
    now = datetime.now(UTC)
    placed = Placed(
        application_id=key,
        queue=QUEUE,
        queue_class=QueueClass.GENERAL,
        submitted_at=now,
        ledger_sequence=1,
        position=4,
    )
    moved = Moved(
        application_id=key,
        from_queue=QUEUE,
        queue=replace(QUEUE, kind=GroupKind.CORRECTIONAL),
        queue_class=QueueClass.GENERAL,
        submitted_at=now,
        ledger_sequence=7,
        reason=Reason.QUEUE_CHANGED,
        rule=Rule.APPLICATION,
        actor=ActorKind.OFFICER,
    )
    await world.hears(moved, moved)
    message = {"message_id": new_id(), "application_id": key, "about": "turn_started", "at": now}
    await world.hears(placed, step(TurnStarted, application_id, ApplicationStatus.NOTIFIED, turn=TURN))
    await world.hears(MessageSent(channel=Channel.SMS, evidence="7", **message))
    await world.hears(MessageFailed(channel=Channel.EMAIL, cause="smtp_550", **message))
    reader = replace(world.mother, language=Language.KK)
    tabs = await world.tabs(application_id, reader)
    texts = {line["code"]: line["text"] for line in tabs["history"]}
    assert texts["placed"] == "Бала кезекке қойылды, кезектегі орны: 4"
    assert texts["moved_to_queue"].endswith(f"{QUEUE.group_year} жылы туғандар, топ түрі: түзету")
    assert "26.11.2026" in texts["turn_started"]
    assert texts["message_sent"] == "Хабарлама жіберілді (SMS): кезек келді"
    assert texts["message_failed"] == "Хабарлама жеткізілмеді (электрондық пошта): кезек келді"
    assert tabs["information"]["state"]["text"] == "Хабарлама жіберілді"
    assert tabs["information"]["turn"]["last_day"] == "2026-11-26"


async def test_every_line_of_the_history_is_hinted_to_the_applicants_open_pages(world: Any, hinted: Any) -> None:
    application_id = await world.application_id()
    await hinted(person(world.mother.person_id), HintKind.APPLICATION, application_id)


async def test_the_kindergarten_is_named_as_soon_as_it_is_known(world: Any) -> None:
    application_id = await world.application_id()
    started = step(TurnStarted, application_id, ApplicationStatus.NOTIFIED, turn=TURN, referral=REFERRAL)
    await world.hears(started)
    unnamed = await world.tabs(application_id)
    assert unnamed["information"]["turn"]["kindergarten"] is None
    assert unnamed["history"][-1]["text"] == "Предложено место, выбрать нужно до 24:00 26.11.2026"

    await world.hears(garden(TURN.kindergarten_id), garden(REFERRAL.kindergarten_id))

    named = await world.tabs(application_id)
    known = {"name": asdict(NAME), "address": asdict(ADDRESS)}
    assert named["information"]["turn"]["kindergarten"] == known
    assert named["information"]["referral"]["kindergarten"] == known
    said = "Предложено место: Детский сад «Ак когершин», выбрать нужно до 24:00 26.11.2026"
    assert named["history"][-1]["text"] == said
    items = (await world.api.by(world.mother).get("/applications")).json()["items"]
    assert items[0]["turn"]["kindergarten"] == known


async def test_a_choice_ends_the_turn_as_the_applicants_doing(world: Any) -> None:
    application_id = await world.application_id()
    for version, kind in enumerate((TurnEnded, ReferralIssued), 1):
        chosen = step(kind, application_id, ApplicationStatus.REFERRED, "place_chosen", referral=REFERRAL)
        await world.hears(chosen, version=version)
    ended, issued = (await world.tabs(application_id))["history"][-2:]
    assert (ended["text"], ended["actor"], issued["actor"]) == ("Место выбрано", "applicant", "applicant")


async def test_a_withdrawn_application_is_over_and_the_child_is_free(world: Any) -> None:
    application_id = await world.application_id()
    void = REFERRAL.model_copy(update={"status": ReferralStatus.VOIDED})
    actor = {"actor": "applicant", "over": True}
    closed = step(Closed, application_id, ApplicationStatus.WITHDRAWN, "withdrawn", referral=void, **actor)
    await world.hears(closed)
    await world.hears(closed)
    tabs = await world.tabs(application_id)
    assert (tabs["information"]["state"]["code"], tabs["information"]["referral"]["status"]) == ("withdrawn", "voided")
    assert [line["text"] for line in tabs["history"][1:]] == ["Заявление отозвано, ребёнок больше не стоит в очереди"]
    assert (tabs["history"][-1]["actor"], tabs["history"][-1]["clause"]) == ("applicant", "4.ends")
    assert await world.application_id() != application_id


@pytest.mark.parametrize("language", Language)
async def test_a_line_says_its_reason_and_its_legal_ground_in_the_persons_language(
    world: Any, language: Language
) -> None:
    application_id = await world.application_id()
    await world.hears(step(Closed, application_id, ApplicationStatus.REMOVED, "too_many_misses", over=True, misses=3))
    line = (await world.tabs(application_id, replace(world.mother, language=language)))["history"][-1]
    assert (line["code"], line["reason"], line["rule"], line["clause"]) == (
        *("closed", "too_many_misses", "referral_term"),
        "7.validity",
    )
    assert line["reason_text"] == Reason.TOO_MANY_MISSES.text.in_(language)
    assert line["ground"] == Rule.REFERRAL_TERM.ground.in_(language)


@pytest.mark.parametrize(
    ("code", "reason", "rule", "read", "about"),
    [
        ("turn_ended", "place_chosen", "domain §6.3", ("place_chosen", "choice"), None),
        ("placed", "general", "domain §5", ("queued", "order"), None),
        ("message_sent", "turn_started", "domain §6.2", ("family_told", "turn"), "turn_started"),
        ("document_made", "referral", "domain §7", ("paper_made", "referral"), None),
    ],
)
async def test_lines_written_before_rules_were_codes_are_read(
    world: Any, code: str, reason: str, rule: str, read: tuple[str, str], about: str | None
) -> None:
    application_id = await world.application_id()
    former = {"code": code, "reason": reason, "rule": rule, "actor": "system", "version": 1, "fact": "former"}
    params = {"channel": "sms", "position": 1, "document": "referral"}
    line = {"application_id": UUID(application_id), "at": datetime.now(UTC), "params": params, **former}
    async with world.database.write() as tx:
        await tx.execute(sa.insert(tables.history_line).values(line))
    told = (await world.tabs(application_id))["history"][-1]
    assert (told["reason"], told["rule"]) == read
    assert about in {told["about"], None}
    assert "{" not in told["text"]


async def test_the_state_is_that_of_the_highest_version(world: Any) -> None:
    application_id = await world.application_id()
    issued = step(ReferralIssued, application_id, ApplicationStatus.REFERRED, referral=REFERRAL)
    await world.hears(issued, version=3)
    await world.hears(step(TurnStarted, application_id, ApplicationStatus.NOTIFIED, turn=TURN), version=1)
    tabs = await world.tabs(application_id)
    assert tabs["information"]["state"]["code"] == "referred"
    assert tabs["information"]["referral"]["number"] == "1000000101"
    assert {line["code"] for line in tabs["history"]} == {"submitted", "turn_started", "referral_issued"}


async def test_a_fact_told_twice_is_one_line(world: Any) -> None:
    application_id = await world.application_id()
    started = step(TurnStarted, application_id, ApplicationStatus.NOTIFIED, turn=TURN)
    await world.hears(started)
    await world.hears(started)
    assert [line["code"] for line in (await world.tabs(application_id))["history"]].count("turn_started") == 1


async def test_a_family_reads_from_which_day_on_its_child_is_too_old_while_it_waits(world: Any) -> None:
    application_id, day = await world.application_id(), date(2026, 12, 14)
    await world.hears(step(AgesOutSoon, application_id, ApplicationStatus.QUEUED, "ages_out_soon", ages_out_on=day))
    tabs = await world.tabs(application_id)
    assert (tabs["information"]["ages_out_on"], tabs["history"][-1]["clause"]) == ("2026-12-14", "4.ends")
    assert tabs["history"][-1]["text"].startswith("14.12.2026 ребёнок выйдет из возраста")
    closed = step(Closed, application_id, ApplicationStatus.REMOVED, "aged_out", over=True)
    await world.hears(closed, version=2)
    assert (await world.tabs(application_id))["information"]["ages_out_on"] is None


async def test_the_last_day_on_the_stop_list_is_said(world: Any) -> None:
    application_id = await world.application_id()
    until = datetime(2026, 12, 14, 19, tzinfo=UTC)
    listed = step(StopListed, application_id, ApplicationStatus.STOP_LISTED, stop_listed_until=until, referral=REFERRAL)
    await world.hears(listed)
    assert (await world.tabs(application_id))["history"][-1][
        "text"
    ] == "Ребёнок внесён в стоп-лист по 14.12.2026 включительно"


async def test_a_moved_deadline_is_told_with_its_new_day_and_its_rule(world: Any) -> None:
    application_id = await world.application_id()
    later = TURN.model_copy(update={"last_day": TURN.last_day + timedelta(days=1)})
    await world.hears(step(TurnStarted, application_id, ApplicationStatus.NOTIFIED, turn=TURN))
    moved = step(DeadlineMoved, application_id, ApplicationStatus.NOTIFIED, "calendar_changed", turn=later)
    await world.hears(moved, version=2)
    tabs = await world.tabs(application_id)
    line = tabs["history"][-1]
    assert line["text"] == "Срок продлён: теперь до 24:00 27.11.2026"
    assert (line["reason_text"], line["clause"]) == ("изменён рабочий календарь", "9.calendar")
    assert tabs["information"]["turn"]["last_day"] == "2026-11-27"


async def test_a_document_is_listed_with_its_id(world: Any) -> None:
    application_id = await world.application_id()
    made = DocumentMade(
        document_id=new_id(),
        application_id=UUID(application_id),
        kind=DocumentKind.REFERRAL,
        about=REFERRAL.referral_id,
        made_at=datetime.now(UTC),
        sha256="0" * 64,
        size=1234,
    )
    await world.hears(made)
    tabs = await world.tabs(application_id)
    assert [(each["document_id"], each["title"]) for each in tabs["documents"]] == [
        (str(made.document_id), "Направление")
    ]
    assert tabs["history"][-1]["text"] == "Документ готов: Направление"


async def test_a_closed_application_makes_room_for_another(world: Any) -> None:
    application_id = await world.application_id()
    await world.hears(step(Closed, application_id, ApplicationStatus.REMOVED, over=True, misses=3))
    assert (await world.applies()).status_code == 200
    items = (await world.api.by(world.mother).get("/applications")).json()["items"]
    assert [item["state"]["code"] for item in items] == ["queued", "removed"]


async def test_the_journal_goes_on_where_a_page_ends(world: Any) -> None:
    first = await world.application_id()
    await world.hears(step(Closed, first, ApplicationStatus.REMOVED))
    second = await world.application_id()
    reader = world.api.by(world.mother)
    page = (await reader.get("/applications", params={"limit": 1})).json()
    assert (page["items"][0]["application_id"], page["next"]) == (second, second)
    rest = (await reader.get("/applications", params={"limit": 1, "before": page["next"]})).json()
    assert (rest["items"][0]["application_id"], rest["next"]) == (first, None)


async def test_somebody_elses_application_is_as_if_it_did_not_exist(world: Any) -> None:
    application_id = await world.application_id()
    answer = await world.api.by(world.father).get(f"/applications/{application_id}")
    assert (answer.status_code, answer.json()["code"]) == (404, "application_not_found")
    assert (await world.api.by(world.father).get("/applications")).json()["items"] == []


async def test_a_step_that_is_impossible_is_parked_and_changes_nothing(world: Any) -> None:
    application_id = await world.application_id()
    removed = step(Closed, application_id, ApplicationStatus.REMOVED, "too_many_misses", over=True)
    await world.hears(removed, version=5)
    await world.hears(step(TurnStarted, application_id, ApplicationStatus.NOTIFIED, turn=TURN), version=6)
    tabs = await world.tabs(application_id)
    assert tabs["information"]["state"]["code"] == "removed"
    assert [line["code"] for line in tabs["history"]] == ["submitted", "closed"]
    async with world.database.read() as tx:
        causes = [row.cause for row in await tx.rows(sa.text("select cause from parked"))]
    assert causes == ["ImpossibleTransitionError"]


async def test_a_swapped_childs_kindergarten_is_the_one_of_the_newest_swap(world: Any) -> None:
    application_id = await world.application_id()
    mine, theirs = new_id(), new_id()
    await world.hears(garden(theirs))
    first = SwapSide(application_id=UUID(application_id), applicant_id=world.mother.person_id, kindergarten_id=mine)
    second = SwapSide(application_id=new_id(), applicant_id=new_id(), kindergarten_id=theirs)
    joined = SwapChanged(
        swap_id=new_id(),
        queue=QUEUE,
        language=InstructionLanguage.KAZAKH,
        state=SwapState.JOINED,
        first=first,
        second=second,
        to_kindergarten_id=theirs,
        last_day=date(2026, 12, 4),
        reason=Reason.SWAP_JOINED,
        rule=Rule.SWAP,
        actor=ActorKind.APPLICANT,
    )
    ends = {"state": SwapState.DECLINED, "reason": Reason.SWAP_DECLINED, "by_kindergarten": theirs}
    for _ in range(2):
        await world.hears(joined, version=2)
    await world.hears(joined.model_copy(update={"state": SwapState.DONE}), version=4)
    await world.hears(joined.model_copy(update=ends), version=3)
    swapped = ChildSwapped(
        application_id=UUID(application_id),
        kindergarten_id=theirs,
        queue=QUEUE,
        language=InstructionLanguage.KAZAKH,
        since=date(2026, 11, 23),
        swap_id=joined.swap_id,
    )
    later = swapped.model_copy(update={"kindergarten_id": mine})
    assert (await world.tabs(application_id))["information"]["swapped_to"] is None
    await world.hears(later, version=2, occurred_at=AT + timedelta(days=2))
    await world.hears(swapped, occurred_at=AT)
    tabs = await world.tabs(application_id)
    assert tabs["information"]["swapped_to"] is None, "the newest one's name is not known yet"
    await world.hears(swapped, version=3, occurred_at=AT + timedelta(days=3))
    tabs = await world.tabs(application_id)
    assert tabs["information"]["swapped_to"]["name"] == asdict(NAME)
    texts = [line["text"] for line in tabs["history"] if "swap" in line["code"]]
    assert len(texts) == 5
    assert f"Дети поменялись местами, теперь детский сад ребёнка: {NAME.ru}" in texts
    assert any(text.startswith(f"Детский сад не согласился на обмен местами: {NAME.ru}") for text in texts)
