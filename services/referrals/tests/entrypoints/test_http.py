"""What parents and workers ask over HTTP, and what nobody else learns."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from dirty_equals import IsDatetime, IsPartialDict, IsStr, IsUUID

from kezek.contracts.access import ReferralsRead, Subject, Why
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import ChildSwapped
from kezek.contracts.texts import Text
from kezek.contracts.values import ClaimedBenefit, Transfer
from kezek.contracts.vocabulary import InstructionLanguage, Language
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.move_checks import MoveCheck, MoveCheckSigner
from kezek.platform.testing import Api, an_iin, officer_of, published, worker_of
from kezek.referrals.main_api import build_app


@pytest.fixture
async def referrals(api: Any, play: Any) -> Api:
    opened: Api = await api(build_app(play.settings))
    return opened


async def searched(referrals: Api, worker: Actor, garden: Any, **by: str) -> Any:
    return await referrals.by(worker).post("/referrals/search", json={"kindergarten_id": str(garden), **by})


async def test_the_story_of_a_choice(referrals: Api, play: Any) -> None:
    family = await play.child("a")
    path = f"/applications/{family.id}"
    (held,) = await play.offered()
    await play.called("a", held)
    (free,) = await play.opened()
    places = (await referrals.by(family.parent).get(f"{path}/places")).json()["items"]
    assert [(each["place_id"], each["free_choice"]) for each in places] == [(str(held), False), (str(free), True)]
    assert places[0] == IsPartialDict(language="kk", kind="general", held_until=IsDatetime(iso_string=True))
    assert places[0]["kindergarten"]["name"]["kk"] == "Бәйтерек 1"

    chosen = await referrals.perform(family.parent, f"{path}/choices/acts", {"place_id": str(held)})

    assert chosen.status_code == 200
    assert chosen.json()["result"] == IsPartialDict(application_id=str(family.id), referral_number="1000000101")
    state = (await referrals.by(family.parent).get(path)).json()
    assert state == IsPartialDict(status="referred", turn=None, misses=0, stop_listed_until=None)
    assert state["referral"] == IsPartialDict(number="1000000101", status="valid", place_id=str(held))

    worker = worker_of(play.gardens["Бәйтерек"])
    found = (await searched(referrals, worker, play.gardens["Бәйтерек"], number="1000000101")).json()
    assert found == IsPartialDict(
        referral_id=IsUUID(7),
        application_number=family.application.number,
        child_iin=family.card.child.iin,
        child_name="СЫНАҚОВ A",
        applicant_name="СЫНАҚОВА ҮЛГІ",
    )
    accepted = await referrals.perform(worker, f"/referrals/{found['referral_id']}/acceptance/acts", None)
    assert accepted.json()["result"]["status"] == "enrolled"
    again = await searched(referrals, worker, play.gardens["Бәйтерек"], iin=family.card.child.iin)
    params = {"status": "accepted", "last_day": state["referral"]["last_day"]}
    assert again.json() == IsPartialDict(code="referral_not_valid", params=params)


async def test_a_refused_search_by_iin_stands_in_the_reading_log(referrals: Api, play: Any) -> None:
    family, nobody = await play.child("a"), an_iin()
    await play.offered()
    garden = play.gardens["Бәйтерек"]
    worker = worker_of(garden)
    for sought, where in ((family.card.child.iin, garden), (nobody, garden), (nobody, new_id())):
        assert (await searched(referrals, worker, where, iin=sought)).status_code == 404
    assert (await searched(referrals, worker, garden, number="1000000999")).status_code == 404
    reads = [each.event for each in await published(play.database) if isinstance(each.event, ReferralsRead)]
    known_as = play.settings.pseudonyms.of(nobody)
    assert [read.subjects for read in reads] == [
        (Subject(person_id=family.parent.person_id, application_id=family.id),),
        (Subject(known_as=known_as),),
        (Subject(known_as=known_as),),
    ]
    assert {(read.what, read.why, read.kindergarten_id) for read in reads} == {("referrals:search", Why.SEARCH, garden)}


async def test_what_is_void_is_void_whoever_asks(referrals: Api, play: Any) -> None:
    family = await play.child("a")
    (held,) = await play.offered()
    await play.called("a", held)
    await referrals.perform(family.parent, f"/applications/{family.id}/choices/acts", {"place_id": str(held)})
    other = new_id()
    stranger = worker_of(other)
    valid = (await searched(referrals, stranger, other, number="1000000101")).json()
    assert valid == IsPartialDict(code="referral_of_another_kindergarten")
    play.clock.move_to((await play.candidate("a")).referral.term.ends_at)
    void = (await searched(referrals, stranger, other, number="1000000101")).json()
    assert void == IsPartialDict(code="referral_not_valid", params={"status": "expired"})


async def test_what_a_worker_is_shown_stands_in_the_reading_log(referrals: Api, play: Any) -> None:
    family = await play.child("a")
    (held,) = await play.offered()
    await play.called("a", held)
    await referrals.perform(family.parent, f"/applications/{family.id}/choices/acts", {"place_id": str(held)})
    garden = play.gardens["Бәйтерек"]
    worker = worker_of(garden)
    found = (await searched(referrals, worker, garden, number="1000000101")).json()
    assert (await searched(referrals, worker, garden, number="1000000999")).status_code == 404
    act = (await referrals.by(worker).post(f"/referrals/{found['referral_id']}/acceptance/acts")).json()
    reads = [each.event for each in await published(play.database) if isinstance(each.event, ReferralsRead)]
    assert [(read.what, read.why, read.act_id) for read in reads] == [
        ("referrals:search", Why.SEARCH, None),
        ("referrals:accept", Why.ACT, UUID(act["act_id"])),
    ]
    for read in reads:
        assert (read.reader_id, read.role, read.kindergarten_id) == (worker.person_id, "worker", garden)
        assert read.subjects == (Subject(person_id=family.parent.person_id, application_id=family.id),)


async def test_anothers_application_does_not_exist(referrals: Api, play: Any, actor: Callable[..., Actor]) -> None:
    family = await play.child("a")
    (place,) = await play.opened()
    for stranger in (actor(), actor(Grant(Role.OFFICER, district="1110")), worker_of(play.gardens["Бәйтерек"])):
        for path in (f"/applications/{family.id}", f"/applications/{family.id}/places"):
            answer = await referrals.by(stranger).get(path)
            assert (answer.status_code, answer.json()["code"]) == (404, "application_not_found")
        body = {"place_id": str(place)}
        answer = await referrals.by(stranger).post(f"/applications/{family.id}/choices/acts", json=body)
        assert (answer.status_code, answer.json()["code"]) == (404, "application_not_found")
    assert (await referrals.by(family.parent).get(f"/applications/{new_id()}")).status_code == 404


async def test_a_move_goes_by_what_applications_has_checked(api: Any, play: Any, file_office: Any) -> None:
    keys = file_office.settings("referrals")["move_check_keys"]
    referrals: Api = await api(build_app(play.settings.model_copy(update={"move_check_keys": keys})))
    family = await play.child("a")
    path = f"/applications/{family.id}/move/acts"
    refused = await referrals.by(family.parent).post(path, json={"check": "made up"})
    assert (refused.status_code, refused.json()["code"]) == (422, "move_check_invalid")
    check = MoveCheck(
        application_id=family.id,
        person_id=family.parent.person_id,
        district="1116",
        district_name=Text("Қосшы қаласы", "г. Косшы", "Kosshy"),
        checked_at=datetime.now(UTC),
    )
    signed = MoveCheckSigner(file_office.settings("applications")["file_link_key"]).sign(check)
    moved = await referrals.perform(family.parent, path, {"check": signed})
    assert (moved.status_code, moved.json()["result"]["district"]) == (200, "1116")


async def test_nobody_is_asked_to_sign_in_and_parents_are_no_workers(referrals: Api, play: Any) -> None:
    family = await play.child("a")
    body = {"kindergarten_id": str(new_id()), "number": "1000000101"}
    assert (await referrals.by().get(f"/applications/{family.id}")).status_code == 401
    assert (await referrals.by().post(f"/acts/{new_id()}/signature", json={"signature": "AA=="})).status_code == 401
    assert (await referrals.by(family.parent).post("/referrals/search", json=body)).status_code == 403
    assert (await referrals.by(family.parent).post(f"/referrals/{new_id()}/acceptance/acts")).status_code == 403


async def test_only_the_person_of_the_act_signs_it(referrals: Api, play: Any, actor: Callable[..., Actor]) -> None:
    family = await play.child("a")
    (place,) = await play.opened()
    path = f"/applications/{family.id}/choices/acts"
    act = (await referrals.by(family.parent).post(path, json={"place_id": str(place)})).json()
    foreign = await referrals.sign(actor(), act)
    assert (foreign.status_code, foreign.json()["code"]) == (404, "act_not_found")
    with_anothers_key = await referrals.sign(family.parent, act, signer=an_iin())
    assert with_anothers_key.json()["code"] == "signer_is_another_person"
    assert (await referrals.sign(family.parent, act)).status_code == 200


async def test_a_search_answers_plainly(referrals: Api, play: Any) -> None:
    family = await play.child("a")
    (place,) = await play.opened()
    mine, other = play.gardens["Бәйтерек"], await play.garden("Күншуақ")
    await play.chooses("a", place)
    by_number, by_iin = {"number": "1000000101"}, {"iin": family.card.child.iin}
    worker, neighbour = worker_of(mine), worker_of(other)

    async def answer(by: Actor, garden: Any, **asked: str) -> tuple[int, str]:
        answered = await searched(referrals, by, garden, **asked)
        return answered.status_code, answered.json().get("code", "")

    for asked in (by_number, by_iin):
        assert (await searched(referrals, worker, mine, **asked)).status_code == 200
        assert await answer(neighbour, other, **asked) == (409, "referral_of_another_kindergarten")
        assert await answer(neighbour, mine, **asked) == (404, "kindergarten_not_found")
    assert await answer(worker, mine, number="1000000102") == (404, "referral_unknown")
    assert await answer(worker, mine, iin=an_iin()) == (404, "referral_unknown")
    assert (await answer(worker, mine))[0] == 422
    assert (await answer(worker, mine, **by_number, **by_iin))[0] == 422
    play.clock.move_to((await play.candidate("a")).referral.term.ends_at)
    assert await answer(worker, mine, **by_number) == (409, "referral_not_valid")
    await play.fires()
    late = (await searched(referrals, worker, mine, **by_iin)).json()
    params = {"status": "expired", "last_day": (await play.candidate("a")).referral.term.last_day.isoformat()}
    assert late == IsPartialDict(code="referral_not_valid", params=params)
    foreign = (await searched(referrals, neighbour, other, **by_iin)).json()
    assert foreign == IsPartialDict(code="referral_not_valid", params={"status": "expired"})


async def test_a_card_says_where_it_leads_and_each_benefit_with_whether_it_is_confirmed(
    referrals: Api, play: Any
) -> None:
    family = await play.child("a")
    await play.chooses("a", (await play.opened())[0])
    garden = play.gardens["Бәйтерек"]

    async def card() -> Any:
        return (await searched(referrals, worker_of(garden), garden, iin=family.card.child.iin)).json()

    assert await card() == IsPartialDict(
        kindergarten_id=str(garden), kindergarten_name=dict.fromkeys(Language, "Бәйтерек 1"), benefits=None
    )
    name = Text("көпбалалы", "многодетная", "large")
    for version, benefits in enumerate(
        ((), (ClaimedBenefit(code="large_family", name=name, confirmed=False),)), start=2
    ):
        await play.told(family.card.model_copy(update={"benefits": benefits}), version=version)
        said = [{"code": each.code, "name": asdict(each.name), "confirmed": each.confirmed} for each in benefits]
        assert (await card())["benefits"] == said


async def test_the_card_tells_the_worker_why_nothing_runs_and_never_what_the_family_said(
    referrals: Api, play: Any
) -> None:
    family = await play.child("a")
    await play.chooses("a", (await play.opened())[0])
    garden = play.gardens["Бәйтерек"]
    worker = worker_of(garden)

    async def card() -> Any:
        return (await searched(referrals, worker, garden, iin=family.card.child.iin)).json()

    runs = await card()
    nothing = {"stopped_by": None, "stopped_at": None, "refusal": None}
    by_profile = {"papers_first": False, "then_inactive": False, "restored": False}
    assert runs == IsPartialDict(nothing | by_profile | {"must_be_accepted": False})
    path = f"/referrals/{runs['referral_id']}"
    assert (await referrals.by(worker).post(f"{path}/arrival")).status_code == 200
    assert await card() == IsPartialDict(stopped_by="came", stopped_at=IsStr())
    why = {"reason": "no_room", "words": "Топ толық."}
    assert (await referrals.perform(worker, f"{path}/refusal/acts", why)).status_code == 200
    answer = {"words": "Орын бар екен."}
    said = await referrals.by(family.parent).post(f"/applications/{family.id}/refusal/answers", json=answer)
    assert said.status_code == 201
    refused = await card()
    assert refused == IsPartialDict(stopped_by="refusal", refusal=IsPartialDict(**why, outcome=None, decision_words=""))
    assert answer["words"] not in str(refused)
    read = [each["id"] for each in said.json()["answers"]]
    decision = {"outcome": "overruled", "words": "Орын бар.", "answers": read}
    path = f"/refusals/{runs['referral_id']}/decision/acts"
    assert (await referrals.perform(officer_of("1110"), path, decision)).status_code == 200
    assert await card() == IsPartialDict(
        stopped_by="overruled",
        must_be_accepted=True,
        refusal=IsPartialDict(outcome="overruled", decision_words="Орын бар."),
    )


async def test_of_a_refusal_that_stands_the_own_kindergarten_alone_is_told_whose_paper_it_reads(
    referrals: Api, play: Any
) -> None:
    family = await play.child("a")
    await play.chooses("a", (await play.opened())[0])
    garden, other = play.gardens["Бәйтерек"], await play.garden("Күншуақ")
    referral, officer = (await play.candidate("a")).referral.id, officer_of("1110")
    why, decided = {"reason": "no_room", "words": "Топ толық."}, {"outcome": "upheld", "words": "Тексерілді"}
    await referrals.perform(worker_of(garden), f"/referrals/{referral}/refusal/acts", why)
    await referrals.perform(officer, f"/refusals/{referral}/decision/acts", decided)
    for by in ({"number": "1000000101"}, {"iin": family.card.child.iin}):
        own, others = [(await searched(referrals, worker_of(each), each, **by)).json() for each in (garden, other)]
        assert own["params"] == {"status": "refused", "last_day": IsStr(), "application_id": str(family.id)}
        assert others == IsPartialDict(code="referral_not_valid", params={"status": "voided"})


async def test_of_a_child_accepted_elsewhere_a_search_tells_nothing_more(referrals: Api, play: Any) -> None:
    family = await play.child("a")
    await play.chooses("a", (await play.opened())[0])
    await play.signed(await play.acceptance("a"))
    other = await play.garden("Күншуақ")
    for by in ({"number": "1000000101"}, {"iin": family.card.child.iin}):
        answer = (await searched(referrals, worker_of(other), other, **by)).json()
        assert answer == IsPartialDict(code="referral_of_another_kindergarten", params={})


async def test_of_a_swapped_child_both_kindergartens_are_told_which_way_it_has_gone(referrals: Api, play: Any) -> None:
    family = await play.child("a")
    await play.chooses("a", (await play.opened())[0])
    await play.signed(await play.acceptance("a"))
    here, there, third = play.gardens["Бәйтерек"], await play.garden("Күншуақ"), await play.garden("Ақбота")
    swapped = ChildSwapped(
        application_id=family.id,
        kindergarten_id=there,
        queue=play.queue,
        language=InstructionLanguage.KAZAKH,
        since=date(2026, 1, 12),
        swap_id=new_id(),
    )
    await play.told(swapped)
    for by in ({"number": "1000000101"}, {"iin": family.card.child.iin}):
        told = [(await searched(referrals, worker_of(each), each, **by)).json() for each in (here, there, third)]
        assert told[0] == IsPartialDict(code="referral_not_valid", params=IsPartialDict(status="swapped_away"))
        assert told[1] == IsPartialDict(code="referral_not_valid", params=IsPartialDict(status="swapped_here"))
        assert told[2] == IsPartialDict(code="referral_of_another_kindergarten")


async def test_an_enrolled_child_is_found_so_whatever_became_of_its_transfer(referrals: Api, play: Any) -> None:
    family = await play.child("a")
    await play.chooses("a", (await play.opened())[0])
    await play.signed(await play.acceptance("a"))
    here, there = play.gardens["Бәйтерек"], await play.garden("Күншуақ")
    transfer = Transfer(application_id=family.id, kindergarten_id=here)
    asks = await play.child("t", child_id=family.application.child_id, parent=family.parent, transfer=transfer)
    same = asks.card.model_copy(update={"child": family.card.child})
    await play.told(same, version=2)
    (place,) = await play.opened(1, "Күншуақ")
    await play.chooses("t", place)
    by = {"iin": family.card.child.iin}
    assert (await searched(referrals, worker_of(there), there, **by)).status_code == 200
    await play.withdraws("t")
    found = (await searched(referrals, worker_of(here), here, **by)).json()
    assert found == IsPartialDict(code="referral_not_valid", params=IsPartialDict(status="accepted"))


async def test_a_number_finds_its_own_referral_even_when_another_followed(referrals: Api, play: Any) -> None:
    family = await play.child("a")
    (old,) = await play.opened()
    await play.garden("Күншуақ")
    await play.chooses("a", old)
    await play.at((await play.candidate("a")).referral.term.ends_at)
    await play.at((await play.candidate("a")).stop_listed_until + timedelta(hours=1))
    (new,) = await play.opened(garden="Күншуақ")
    await play.chooses("a", new)
    first, second = (worker_of(play.gardens[name]) for name in ("Бәйтерек", "Күншуақ"))
    old_answer = await searched(referrals, first, play.gardens["Бәйтерек"], number="1000000101")
    assert old_answer.json()["params"] == IsPartialDict(status="expired", last_day=IsStr())
    for by in ({"number": "1000000102"}, {"iin": family.card.child.iin}):
        assert (await searched(referrals, second, play.gardens["Күншуақ"], **by)).json()["number"] == "1000000102"


async def test_a_worker_of_another_kindergarten_cannot_accept(referrals: Api, play: Any) -> None:
    await play.child("a")
    await play.chooses("a", (await play.opened())[0])
    referral = (await play.candidate("a")).referral
    answer = await referrals.by(worker_of(new_id())).post(f"/referrals/{referral.id}/acceptance/acts")
    assert (answer.status_code, answer.json()["code"]) == (404, "referral_not_found")


async def test_an_officer_annuls_and_the_worker_reads_by_whom_and_why(referrals: Api, play: Any) -> None:
    family = await play.child("a")
    held, free = await play.offered(2)
    await play.called("a", held)
    vacancy = (await play.place(held)).vacancy_id
    officer, path = officer_of("1110"), f"/vacancies/{vacancy}"
    seen = (await referrals.by(officer).get(path)).json()
    assert [(each["ordinal"], each["status"], each["application_number"]) for each in seen["places"]] == [
        (1, "held", family.application.number),
        (2, "offered", None),
    ]
    assert seen == IsPartialDict(group_year=play.queue.group_year, kind="general", language="kk", annulments=[])

    body = {"place_ids": [str(held), str(free)], "reason": "other", "remark": "Топ біріктірілді"}
    done = await referrals.perform(officer, f"{path}/annulments/acts", body)

    assert done.json()["result"] == {"vacancy_id": str(vacancy), "places": 2, "turns": 1}
    worker = worker_of(play.gardens["Бәйтерек"])
    (told,) = (await referrals.by(worker).get(f"{path}/annulments")).json()["items"]
    assert told == IsPartialDict(officer_name="СЫНАҚОВА ҮЛГІ", reason="other", remark="Топ біріктірілді", places=2)
    assert (await referrals.by(worker_of(new_id())).get(f"{path}/annulments")).status_code == 404
    assert (await referrals.by(officer_of("1116")).get(path)).json()["code"] == "vacancy_not_found"
    reads = [each.event for each in await published(play.database) if isinstance(each.event, ReferralsRead)]
    of_family = Subject(person_id=family.parent.person_id, application_id=family.id)
    of_officer = Subject(person_id=officer.person_id)
    assert [(each.what, each.why, each.subjects) for each in reads] == [
        ("places:annul", Why.OPEN, (of_family,)),
        ("places:annul", Why.ACT, (of_family,)),
        ("annulments:read", Why.OPEN, (of_officer,)),
    ]
