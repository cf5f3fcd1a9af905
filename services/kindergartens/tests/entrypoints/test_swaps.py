"""Two families swap their children's kindergartens: both sign, both kindergartens approve (domain §7.swap)."""

import asyncio
import base64
import json
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kezek.contracts.access import KindergartensRead
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import ChildDeparted, ChildSwapped, SwapChanged, SwapEndsSoon, VacancyConfirmed
from kezek.contracts.vocabulary import InstructionLanguage, SwapState
from kezek.kindergartens.adapters import swaps
from kezek.kindergartens.entrypoints.consumers import consumers
from kezek.kindergartens.usecases.close_kindergarten import CLOSE_ROSTER, close_roster
from kezek.kindergartens.usecases.swapping import fire_due
from kezek.platform.act_rows import insert_receipt
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.kazakhstan import default_calendar
from kezek.platform.messaging.jobs import JobRunner
from kezek.platform.tables import act as act_table
from kezek.platform.testing import Signing, an_actor, an_iin, deliver, published
from kezek.platform.timers import Timers
from kezek.platform.workdays import last_day_of, local_day, midnight_of, working_day_before

pytestmark = pytest.mark.servers
OTHER = {
    "district": "1110",
    "name": {"kk": "«Ақбота» балабақшасы", "ru": "Детский сад «Акбота»", "en": "Akbota kindergarten"},
    "address": {"kk": "Сарыарқа көшесі, 1", "ru": "улица Сарыарка, 1", "en": "1 Saryarka street"},
    "phone": "77999000008",
    "ownership": "state",
}
NO_ROOM = {"remark": "Топ жабық"}


@dataclass
class Family:
    """A parent and the stay of their child."""

    child: Any
    parent: Actor
    enrolment_id: str


@dataclass
class Pair:
    """Two kindergartens of one district, with a worker and an enrolled child of the same group each."""

    region: Any
    other: dict[str, Any]
    other_worker: Actor
    first: Family
    second: Family

    @property
    def api(self) -> Any:
        return self.region.api

    async def enrols(self, kindergarten_id: str, worker: Actor, name: str, **changed: Any) -> Family:
        child = self.region.family()
        changed = {"group_year": self.region.database.clock.now().year - 4, **changed}
        await self.region.enrols(child, given_name=name, kindergarten_id=kindergarten_id, **changed)
        path = f"/kindergartens/{kindergarten_id}/roster/search"
        (line,) = (await self.api.by(worker).post(path, json={"iin": child.iin})).json()["items"]
        return Family(child, replace(an_actor(), person_id=child.applicant_id), line["enrolment_id"])

    async def proposes(self, family: Family | None = None, to: str | None = None) -> Any:
        family = family or self.first
        body = {"enrolment_id": family.enrolment_id, "to_kindergarten_id": to or self.other["id"]}
        return await self.api.perform(family.parent, "/me/swaps/acts", body)

    async def joins(self, code: str, family: Family | None = None) -> Any:
        family = family or self.second
        body = {"enrolment_id": family.enrolment_id, "code": code}
        return await self.api.perform(family.parent, "/me/swaps/joining/acts", body)

    async def own(self, family: Family) -> dict[str, Any]:
        (item,) = (await self.api.by(family.parent).get("/me/enrolments")).json()["items"]
        return dict(item)

    async def agreed(self) -> str:
        """Both families have signed; the swap's id."""
        swap_id = (await self.proposes()).json()["result"]["swap_id"]
        code = (await self.own(self.first))["swap"]["code"]
        joined = await self.joins(f"{code[:5]} {code[5:]}")
        assert joined.status_code == 200, joined.text
        return str(swap_id)

    async def changes(self) -> None:
        """All four have signed: each child is in the other kindergarten."""
        swap_id = await self.agreed()
        for here in (True, False):
            assert (await self.approves(swap_id, here=here)).status_code == 200

    async def approval(self, swap_id: str, *, here: bool = True) -> tuple[Actor, dict[str, Any]]:
        """A prepared approval of one of the kindergartens, and who is to sign it."""
        worker, path = self.desk(here=here)
        prepared = await self.api.by(worker).post(f"{path}/{swap_id}/approval/acts", json={})
        assert prepared.status_code == 201, prepared.text
        return worker, prepared.json()

    async def approves(self, swap_id: str, *, here: bool = True) -> Any:
        worker, path = self.desk(here=here)
        return await self.api.perform(worker, f"{path}/{swap_id}/approval/acts", {})

    def desk(self, *, here: bool = True) -> tuple[Actor, str]:
        worker = self.region.worker if here else self.other_worker
        return worker, f"/kindergartens/{self.region.id if here else self.other['id']}/swaps"

    async def told(self, kind: Any) -> list[Any]:
        return [each for each in await published(self.region.database) if isinstance(each.event, kind)]

    async def states(self) -> list[SwapState]:
        return [each.event.state for each in await self.told(SwapChanged)]

    async def present(self, family: Family) -> list[UUID]:
        """The kindergartens in which the child is now: one, whatever happens."""
        statement = sa.text("select kindergarten_id from enrolment where application_id = :id and ended_on is null")
        async with self.region.database.read() as tx:
            rows = await tx.rows(statement, {"id": family.child.application_id})
        return [row.kindergarten_id for row in rows]

    async def leaves(self, family: Family, worker: Actor, kindergarten_id: str) -> dict[str, Any]:
        """A prepared departure."""
        path = f"/kindergartens/{kindergarten_id}/roster/{family.enrolment_id}/departure/acts"
        left = {"left_on": f"{local_day(self.region.database.clock.now())}", "reason": "moved_away"}
        return dict((await self.api.by(worker).post(path, json=left)).json())


@pytest.fixture
async def pair(region: Any, sandbox_clock: Any) -> Pair:
    now = sandbox_clock.now()
    sandbox_clock.move_to(datetime(now.year + 1, 2, 17, 7, tzinfo=UTC))
    iin = an_iin()
    made = (await region.api.by(region.administrator).post("/kindergartens", json={**OTHER, "workers": [iin]})).json()
    worker = an_actor(Grant(Role.WORKER, kindergarten_id=UUID(made["id"])), iin=iin)
    pair = Pair(region, made, worker, None, None)  # type: ignore[arg-type]
    pair.first = await pair.enrols(region.id, region.worker, "Ғани")
    pair.second = await pair.enrols(made["id"], worker, "Дана")
    return pair


async def groups(pair: Pair) -> list[Any]:
    workers = ((pair.region.worker, pair.region.id), (pair.other_worker, pair.other["id"]))
    return [(await pair.api.by(by).get(f"/kindergartens/{of}/groups")).json()["items"] for by, of in workers]


async def test_with_the_fourth_signature_both_children_change_on_one_day(pair: Pair) -> None:
    before = await groups(pair)
    swap_id = await pair.agreed()
    waiting = await pair.own(pair.second)
    assert waiting["swap"]["state"] == "joined"
    assert waiting["swap"]["to"]["name"] == pair.region.kindergarten["name"]
    assert (await pair.approves(swap_id)).json()["result"] == {"swap_id": swap_id, "done": False}
    halfway = (await pair.own(pair.first))["swap"]
    assert (halfway["mine_approved"], halfway["other_approved"], halfway["open"]) == (True, False, True)
    assert await pair.present(pair.first) == [UUID(pair.region.id)]
    assert (await pair.approves(swap_id, here=False)).json()["result"]["done"] is True
    assert await pair.present(pair.first) == [UUID(pair.other["id"])]
    assert await pair.present(pair.second) == [UUID(pair.region.id)]
    today = f"{local_day(pair.region.database.clock.now())}"
    after = await pair.own(pair.first)
    assert (after["kindergarten"]["name"], after["since"]) == (OTHER["name"], today)
    assert (after["swap"]["state"], after["swap"]["open"]) == ("done", False)
    assert await groups(pair) == before, "one has left and one has come: the norm is not touched"
    assert await pair.told(VacancyConfirmed) == [], "no place is published"
    assert await pair.states() == ["proposed", "joined", "approved", "done"]
    moved = {each.event.application_id: each for each in await pair.told(ChildSwapped)}
    assert {key: each.event.kindergarten_id for key, each in moved.items()} == {
        pair.first.child.application_id: UUID(pair.other["id"]),
        pair.second.child.application_id: UUID(pair.region.id),
    }
    assert {each.version for each in moved.values()} == {1}


async def test_the_way_of_a_child_tells_of_the_swap_and_the_roster_that_it_has_left(pair: Pair) -> None:
    swap_id = await pair.agreed()
    await pair.approves(swap_id)
    await pair.approves(swap_id, here=False)
    (left,) = await pair.region.roster(present=False)
    assert (left["given_name"], left["ended_by"], left["reason_name"]["ru"]) == ("Ғани", "swapped", "Обмен местами")
    (here,) = await pair.region.roster()
    assert here["given_name"] == "Дана"
    stays = (
        await pair.api.by(pair.region.worker).get(f"/kindergartens/{pair.region.id}/roster/{here['enrolment_id']}")
    ).json()["stays"]
    assert [(each["kindergarten_name"]["en"], each["begun_by"], each["ended_by"]) for each in stays] == [
        ("Akbota kindergarten", "accepted", "swapped"),
        ("Baiterek kindergarten", "swapped", None),
    ]
    assert stays[0]["ended_on"] == stays[1]["since"]


async def test_families_sign_by_the_kindergartens_names_and_see_nothing_of_the_other_child(pair: Pair) -> None:
    await pair.proposes()
    code = (await pair.own(pair.first))["swap"]["code"]
    body = {"enrolment_id": pair.second.enrolment_id, "code": code}
    prepared = (await pair.api.by(pair.second.parent).post("/me/swaps/joining/acts", json=body)).json()
    document = base64.b64decode(prepared["document_base64"]).decode()
    assert json.loads(document)["statement"][:4] == [
        "Соглашаюсь на обмен местами, предложенный другой семьёй.",
        f"Ребёнок: Үлгіев Дана, ИИН {pair.second.child.iin}.",
        "Нынешний детский сад: Детский сад «Акбота», улица Сарыарка, 1.",
        "Новый детский сад: Детский сад «Байтерек», улица Абая, 7.",
    ]
    shown = json.dumps(await pair.own(pair.second))
    for hidden in (pair.first.child.iin, "Ғани", str(pair.first.child.application_id)):
        assert hidden not in document
        assert hidden not in shown


async def test_a_worker_sees_both_children_and_leaves_a_trace_with_both_families(pair: Pair) -> None:
    worker, path = pair.desk()
    swap_id = (await pair.proposes()).json()["result"]["swap_id"]
    assert (await pair.api.by(worker).get(path)).json() == {"items": []}, "one family alone concerns no kindergarten"
    early = await pair.api.by(worker).post(f"{path}/{swap_id}/approval/acts", json={})
    assert (early.status_code, early.json()["code"]) == (404, "swap_not_found")
    await pair.joins((await pair.own(pair.first))["swap"]["code"])
    (item,) = (await pair.api.by(worker).get(path)).json()["items"]
    assert (item["leaves"]["given_name"], item["comes"]["given_name"]) == ("Ғани", "Дана")
    assert item["comes"]["kindergarten"]["name"] == OTHER["name"]
    (mirrored,) = (await pair.api.by(pair.other_worker).get(pair.desk(here=False)[1])).json()["items"]
    assert (mirrored["leaves"], mirrored["comes"]) == (item["comes"], item["leaves"])
    _, prepared = await pair.approval(swap_id)
    assert json.loads(base64.b64decode(prepared["document_base64"]))["statement"][2:5] == [
        f"Уходит из нашего списка: Үлгіев Ғани, ИИН {pair.first.child.iin}.",
        f"Приходит в наш список: Үлгіев Дана, ИИН {pair.second.child.iin}.",
        "Второй детский сад: Детский сад «Акбота».",
    ]
    trace = [each.event for each in await pair.told(KindergartensRead)][-1]
    assert {each.person_id for each in trace.subjects} == {
        pair.first.child.applicant_id,
        pair.second.child.applicant_id,
    }


async def test_a_code_serves_once_and_a_child_is_in_one_swap_at_a_time(pair: Pair) -> None:
    await pair.proposes()
    twice = await pair.proposes()
    assert (twice.status_code, twice.json()["code"]) == (409, "child_swaps_already")
    code = (await pair.own(pair.first))["swap"]["code"]
    assert (await pair.joins(code)).status_code == 200
    again = await pair.joins(code)
    assert (again.status_code, again.json()["code"]) == (404, "swap_code_unknown")
    busy = await pair.proposes(pair.second, to=pair.region.id)
    assert busy.json()["code"] == "child_swaps_already"
    third = await pair.enrols(pair.region.id, pair.region.worker, "Ерке")
    await pair.proposes(third)
    joined_elsewhere = await pair.joins((await pair.own(third))["swap"]["code"])
    assert joined_elsewhere.json()["code"] == "child_swaps_already"
    wrong = await pair.joins("0000000000")
    assert (wrong.status_code, wrong.json()["code"]) == (404, "swap_code_unknown")


async def test_who_does_not_fit_is_told_what_differs(pair: Pair) -> None:
    await pair.proposes()
    code = (await pair.own(pair.first))["swap"]["code"]
    russian = await pair.enrols(pair.other["id"], pair.other_worker, "Ерке", language=InstructionLanguage.RUSSIAN)
    assert (await pair.joins(code, russian)).json()["code"] == "swap_other_language"
    here = await pair.enrols(pair.region.id, pair.region.worker, "Жан")
    assert (await pair.joins(code, here)).json()["code"] == "swap_other_kindergarten"
    assert (await pair.proposes(here, to=pair.region.id)).json()["code"] == "swap_kindergarten_same"
    unknown = await pair.proposes(here, to=f"{new_id()}")
    assert (unknown.status_code, unknown.json()["code"]) == (404, "kindergarten_not_found")


async def test_nobody_swaps_another_familys_child_nor_approves_in_anothers_name(pair: Pair) -> None:
    stranger = Family(pair.first.child, an_actor(), pair.first.enrolment_id)
    assert (await pair.proposes(stranger)).json()["code"] == "enrolment_not_found"
    swap_id = await pair.agreed()
    foreign = await pair.api.by(an_actor()).post(f"/me/swaps/{swap_id}/cancellation/acts", json={})
    assert (foreign.status_code, foreign.json()["code"]) == (404, "swap_not_found")
    _, path = pair.desk(here=False)
    for worker in (pair.region.worker, an_actor(Grant(Role.WORKER, kindergarten_id=UUID(pair.other["id"])))):
        answer = await pair.api.by(worker).post(f"{path}/{swap_id}/approval/acts", json={})
        assert (answer.status_code, answer.json()["code"]) == (404, "kindergarten_not_found")


async def test_one_worker_of_both_kindergartens_approves_for_each_apart(pair: Pair) -> None:
    grants = (*pair.region.worker.grants, *pair.other_worker.grants)
    both = replace(pair.region.worker, grants=grants)
    workers = f"/kindergartens/{pair.other['id']}/workers"
    await pair.api.by(pair.region.administrator).put(workers, json={"iin": both.iin})
    pair.region.worker = pair.other_worker = both
    swap_id = await pair.agreed()
    assert (await pair.approves(swap_id)).json()["result"]["done"] is False
    again = await pair.approves(swap_id)
    assert (again.status_code, again.json()["code"]) == (409, "swap_approved_already")
    assert (await pair.approves(swap_id, here=False)).json()["result"]["done"] is True


async def test_either_family_cancels_until_the_last_approval(pair: Pair) -> None:
    swap_id = await pair.agreed()
    await pair.approves(swap_id)
    path = f"/me/swaps/{swap_id}/cancellation/acts"
    assert (await pair.api.perform(pair.second.parent, path, {})).status_code == 200
    late = await pair.approves(swap_id, here=False)
    assert (late.status_code, late.json()["code"], late.json()["params"]) == (409, "swap_over", {"state": "cancelled"})
    assert (await pair.own(pair.first))["swap"]["state"] == "cancelled"
    assert (await pair.proposes()).status_code == 200, "a new one may be proposed"


async def test_a_kindergarten_declines_with_a_reason_that_both_families_read(pair: Pair) -> None:
    swap_id = await pair.agreed()
    worker, path = pair.desk(here=False)
    assert (await pair.api.perform(worker, f"{path}/{swap_id}/refusal/acts", NO_ROOM)).status_code == 200
    for family in (pair.first, pair.second):
        swap = (await pair.own(family))["swap"]
        assert (swap["state"], swap["remark"], swap["reason"]) == ("declined", "Топ жабық", "swap_declined")
    (declined,) = [each for each in await pair.told(SwapChanged) if each.event.state == "declined"]
    assert "Топ жабық" not in declined.event.model_dump_json(), "what a worker writes stays here"
    assert (await pair.api.by(worker).get(path)).json() == {"items": []}


async def test_the_same_signature_twice_changes_nothing_more(pair: Pair) -> None:
    swap_id = await pair.agreed()
    await pair.approves(swap_id)
    worker, prepared = await pair.approval(swap_id, here=False)
    answers = [await pair.api.sign(worker, prepared) for _ in range(2)]
    assert [each.json()["result"]["done"] for each in answers] == [True, True]
    assert (await pair.states()).count(SwapState.DONE) == 1
    assert len(await pair.told(ChildSwapped)) == 2


def timers(pair: Pair) -> Timers:
    async def nothing(_: Any) -> None:
        """No act is unfinished."""

    return Timers(pair.region.database, pair.region.database.clock, fire_due, nothing)


async def test_after_its_term_a_swap_is_over_for_everybody(pair: Pair, sandbox_clock: Any) -> None:
    swap_id = await pair.agreed()
    async with pair.region.database.read() as tx:
        ends_at = (await swaps.load_swap(tx, UUID(swap_id))).expires_at
    sandbox_clock.move_to(ends_at - timedelta(seconds=30))
    assert await timers(pair).fire_due() is True, "the reminder"
    assert await timers(pair).fire_due() is False
    worker, prepared = await pair.approval(swap_id)
    sandbox_clock.move_to(ends_at)
    late = await pair.api.sign(worker, prepared)
    assert (late.json()["code"], late.json()["params"]) == ("swap_over", {"state": "expired"})
    assert await timers(pair).fire_due() is True
    assert (await pair.own(pair.second))["swap"]["state"] == "expired"
    assert await pair.states() == ["proposed", "joined", "expired"]
    assert await timers(pair).fire_due() is False


async def test_a_working_day_before_the_term_ends_both_families_are_reminded_once(
    pair: Pair, sandbox_clock: Any
) -> None:
    swap_id = await pair.agreed()
    async with pair.region.database.read() as tx:
        last_day = last_day_of((await swaps.load_swap(tx, UUID(swap_id))).expires_at)
    sandbox_clock.move_to(midnight_of(working_day_before(default_calendar(), last_day, 1)))
    assert await timers(pair).fire_due() is True
    assert await timers(pair).fire_due() is False
    (reminder,) = await pair.told(SwapEndsSoon)
    assert (reminder.event.state, reminder.event.last_day) == (SwapState.JOINED, last_day)
    assert {each.applicant_id for each in (reminder.event.first, reminder.event.second)} == {
        pair.first.child.applicant_id,
        pair.second.child.applicant_id,
    }
    assert await pair.states() == ["proposed", "joined"]


async def test_of_a_swap_that_is_over_nobody_is_reminded(pair: Pair, sandbox_clock: Any) -> None:
    swap_id = await pair.agreed()
    for here in (True, False):
        assert (await pair.approves(swap_id, here=here)).status_code == 200
    sandbox_clock.move_to(sandbox_clock.now() + timedelta(days=20))
    assert await timers(pair).fire_due() is False
    assert await pair.told(SwapEndsSoon) == []


async def test_a_departure_makes_it_void_with_the_reason(pair: Pair) -> None:
    swap_id = await pair.agreed()
    left = await pair.leaves(pair.second, pair.other_worker, pair.other["id"])
    assert (await pair.api.sign(pair.other_worker, left)).status_code == 200
    swap = (await pair.own(pair.first))["swap"]
    assert (swap["state"], swap["reason"]) == ("voided", "child_departed")
    assert swap["reason_text"]["ru"] == "один из детей выбыл из детского сада", "not one's own"
    late = await pair.api.by(pair.region.worker).post(f"{pair.desk()[1]}/{swap_id}/approval/acts", json={})
    assert late.json()["code"] == "swap_over"


async def test_a_regrouping_makes_it_void_and_so_does_a_closing(pair: Pair, sandbox_clock: Any) -> None:
    sandbox_clock.move_to(datetime(sandbox_clock.now().year, 8, 17, 7, tzinfo=UTC))
    await pair.agreed()
    to = {"group_year": pair.region.database.clock.now().year - 5, "language": "kk", "kind": "general"}
    body = {"enrolment_ids": [pair.first.enrolment_id], "to": to}
    path = f"/kindergartens/{pair.region.id}/roster/regrouping/acts"
    assert (await pair.api.perform(pair.region.worker, path, body)).status_code == 200
    assert (await pair.own(pair.second))["swap"]["reason"] == "child_regrouped"
    third = await pair.enrols(pair.region.id, pair.region.worker, "Ерке")
    await pair.proposes(pair.second, to=pair.region.id)
    swap_id = (await pair.own(pair.second))["swap"]["swap_id"]
    await pair.joins((await pair.own(pair.second))["swap"]["code"], third)
    closing = f"/kindergartens/{pair.other['id']}/closing/acts"
    assert (await pair.api.perform(pair.region.administrator, closing, {"remark": "№ 7 бұйрық"})).status_code == 200
    refused = await pair.api.by(pair.region.worker).post(f"{pair.desk()[1]}/{swap_id}/approval/acts", json={})
    assert refused.json()["code"] == "kindergarten_closed"
    runner = JobRunner(pair.region.database, {CLOSE_ROSTER: close_roster})
    while await runner.run_one():
        pass
    swap = (await pair.own(third))["swap"]
    assert (swap["state"], swap["reason"]) == ("voided", "kindergarten_closed")


async def test_what_was_proposed_to_a_kindergarten_is_void_when_that_closes(pair: Pair) -> None:
    await pair.proposes()
    closing = f"/kindergartens/{pair.other['id']}/closing/acts"
    assert (await pair.api.perform(pair.region.administrator, closing, {"remark": "№ 7 бұйрық"})).status_code == 200
    runner = JobRunner(pair.region.database, {CLOSE_ROSTER: close_roster})
    while await runner.run_one():
        pass
    swap = (await pair.own(pair.first))["swap"]
    assert (swap["state"], swap["reason"], swap["code"]) == ("voided", "kindergarten_closed", None)
    assert await pair.states() == ["proposed", "voided"]
    again = await pair.proposes()
    assert again.json()["code"] == "kindergarten_closed"


async def test_a_transfer_that_is_accepted_makes_it_void(pair: Pair) -> None:
    await pair.agreed()
    child, year = pair.first.child, pair.region.database.clock.now().year - 4
    again = replace(child, application_id=new_id())
    accepted = again.accepted(pair.other["id"], group_year=year)
    accepted = accepted.model_copy(update={"transfer_of": child.application_id})
    now = pair.region.database.clock.now()
    await deliver(pair.region.database, consumers, again.card(), accepted, occurred_at=now)
    await pair.region.works()
    swap = (await pair.own(pair.second))["swap"]
    assert (swap["state"], swap["reason"]) == ("voided", "child_departed")
    assert await pair.present(pair.first) == []


async def test_a_transfer_accepted_before_the_last_approval_and_heard_after_it_ends_the_stay_that_began(
    pair: Pair,
) -> None:
    """It leaves where it is by then, not before it came there; the other child stays, and no place is lost."""
    swap_id = await pair.agreed()
    accepted_at = pair.region.database.clock.now()
    await pair.approves(swap_id)
    await pair.approves(swap_id, here=False)
    child, year = pair.first.child, accepted_at.year - 4
    again = replace(child, application_id=new_id())
    accepted = again.accepted(pair.region.id, group_year=year)
    accepted = accepted.model_copy(update={"transfer_of": child.application_id})
    await deliver(pair.region.database, consumers, again.card(), accepted, occurred_at=accepted_at)
    await pair.region.works()
    statement = sa.text(
        "select kindergarten_id, coalesce(moved_at, accepted_at) as begun_at, ended_at from enrolment "
        "where child_id = :id order by version, application_id <> :of"
    )
    async with pair.region.database.read() as tx:
        rows = await tx.rows(statement, {"id": child.child_id, "of": child.application_id})
    assert all(row.ended_at is None or row.begun_at <= row.ended_at for row in rows)
    (_, left) = [row for row in rows if row.ended_at is not None]
    assert (left.kindergarten_id, left.ended_at) == (UUID(pair.other["id"]), left.begun_at)
    assert await pair.present(Family(again, pair.first.parent, "")) == [UUID(pair.region.id)]
    assert await pair.present(pair.second) == [UUID(pair.region.id)]


async def test_two_approvals_at_one_moment_complete_it_once(pair: Pair) -> None:
    swap_id = await pair.agreed()
    acts = [await pair.approval(swap_id, here=here) for here in (True, False)]
    answers = await asyncio.gather(*(pair.api.sign(worker, prepared) for worker, prepared in acts))
    assert sorted(each.json()["result"]["done"] for each in answers) == [False, True]
    assert await pair.states() == ["proposed", "joined", "approved", "done"]
    assert await pair.present(pair.first) == [UUID(pair.other["id"])]
    assert await pair.present(pair.second) == [UUID(pair.region.id)]


async def test_of_the_last_approval_and_whatever_ends_it_at_one_moment_one_holds(pair: Pair) -> None:
    """A family that cancels, then a child that departs: either the children have changed, or nothing has happened."""
    swap_id = await pair.agreed()
    await pair.approves(swap_id)
    worker, prepared = await pair.approval(swap_id, here=False)
    cancels = await pair.api.by(pair.first.parent).post(f"/me/swaps/{swap_id}/cancellation/acts", json={})
    approved, cancelled = await asyncio.gather(
        pair.api.sign(worker, prepared), pair.api.sign(pair.first.parent, cancels.json())
    )
    assert sorted([approved.status_code, cancelled.status_code]) == [200, 409]
    swapped = approved.status_code == 200
    assert await pair.present(pair.first) == [UUID(pair.other["id"] if swapped else pair.region.id)]
    assert await pair.present(pair.second) == [UUID(pair.region.id if swapped else pair.other["id"])]


async def receives(pair: Pair, signing: Signing, signer: Actor, prepared: dict[str, Any]) -> None:
    """The signature is stored with its time, and not looked at yet: the authority is slow."""
    cms = signing.sign_der(signer.iin, base64.b64decode(prepared["document_base64"]))
    async with pair.region.database.write() as tx:
        row = await tx.row(sa.select(act_table).where(act_table.c.id == UUID(prepared["act_id"])))
        await insert_receipt(tx, row, signer, cms)


async def test_what_was_signed_before_the_last_approval_comes_first_though_it_is_checked_later(
    pair: Pair, signing: Signing
) -> None:
    """A cancellation, a refusal, and a departure of one of the children: the exchange could not be undone."""
    for ends in ("cancelled", "declined", "voided"):
        swap_id = await pair.agreed()
        await pair.approves(swap_id)
        worker, prepared = await pair.approval(swap_id, here=False)
        parent = pair.first.parent
        if ends == "cancelled":
            earlier = await pair.api.by(parent).post(f"/me/swaps/{swap_id}/cancellation/acts", json={})
            await receives(pair, signing, parent, earlier.json())
        elif ends == "declined":
            by, path = pair.desk()
            earlier = await pair.api.by(by).post(f"{path}/{swap_id}/refusal/acts", json=NO_ROOM)
            await receives(pair, signing, by, earlier.json())
        else:
            left = await pair.leaves(pair.first, pair.region.worker, pair.region.id)
            await receives(pair, signing, pair.region.worker, left)
        late = await pair.api.sign(worker, prepared)
        assert (late.status_code, late.json()["code"], late.json()["params"]) == (409, "swap_over", {"state": ends})
        assert await pair.told(ChildSwapped) == []
    assert await pair.present(pair.second) == [UUID(pair.other["id"])]


async def test_of_the_last_approval_and_a_departure_at_one_moment_one_holds(pair: Pair) -> None:
    swap_id = await pair.agreed()
    await pair.approves(swap_id)
    worker, prepared = await pair.approval(swap_id, here=False)
    left = await pair.leaves(pair.first, pair.region.worker, pair.region.id)
    approved, departed = await asyncio.gather(pair.api.sign(worker, prepared), pair.api.sign(pair.region.worker, left))
    assert sorted([approved.status_code, departed.status_code]) == [200, 409]
    if approved.status_code == 200:
        assert (await pair.present(pair.first), await pair.told(ChildDeparted)) == ([UUID(pair.other["id"])], [])
    else:
        assert (await pair.present(pair.first), (await pair.states())[-1]) == ([], "voided")
        assert await pair.present(pair.second) == [UUID(pair.other["id"])]


async def test_after_a_swap_a_new_pick_up_code_takes_the_place_of_the_one_for_the_former_kindergarten(
    pair: Pair,
) -> None:
    parent, tomorrow = pair.api.by(pair.first.parent), local_day(pair.region.database.clock.now()) + timedelta(days=1)
    body = {"application_id": str(pair.first.child.application_id), "name": "Бір Адам", "day": f"{tomorrow}"}
    former = await parent.post("/me/pickups", json=body)
    await pair.changes()
    given = await parent.post("/me/pickups", json=body)
    assert (former.status_code, given.status_code) == (201, 201), given.text
    told = [each["state"] for each in (await parent.get("/me/pickups")).json()["items"]]
    assert told == ["waiting", "withdrawn"]
    answers = []
    for here, code in ((True, former), (True, given), (False, given)):
        worker, path = pair.desk(here=here)
        look = path.removesuffix("swaps") + "pickups/look"
        answers.append((await pair.api.by(worker).post(look, json={"code": code.json()["code"]})).json()["code"])
    assert answers == ["pickup_withdrawn", "pickup_unknown", "pickup_other_day"], "it is for its day, at the new one"


async def test_on_the_day_of_a_swap_each_kindergarten_says_for_itself_why_the_child_does_not_come(pair: Pair) -> None:
    before = pair.first.enrolment_id
    await pair.changes()
    (now,) = [
        each["enrolment_id"]
        for each in (
            await pair.api.by(pair.other_worker).post(
                f"/kindergartens/{pair.other['id']}/roster/search", json={"iin": pair.first.child.iin}
            )
        ).json()["items"]
    ]
    day = f"{local_day(pair.region.database.clock.now())}"
    said = {(True, before): "illness", (False, now): "leave"}

    async def says(*, here: bool, enrolment_id: str, reason: str | None) -> None:
        worker, path = pair.desk(here=here)
        body = {"enrolment_id": enrolment_id, "day": day, "reason": reason}
        answer = await pair.api.by(worker).put(path.removesuffix("swaps") + "attendance/absences", json=body)
        assert answer.status_code == 204, answer.text

    async def seen() -> list[str | None]:
        told = []
        for here in (True, False):
            worker, path = pair.desk(here=here)
            items = (await pair.api.by(worker).get(path.removesuffix("swaps") + "attendance")).json()["items"]
            (child,) = [each for each in items if each["enrolment_id"] in (before, now)]
            told.append(child["day"]["absence"] and child["day"]["absence"]["reason"])
        own = f"/attendance/children/{pair.first.child.application_id}"
        days = (await pair.api.by(pair.first.parent).get(own)).json()["days"]
        return [*told, *(each["absence"]["reason"] for each in days)]

    for (here, enrolment_id), reason in said.items():
        await says(here=here, enrolment_id=enrolment_id, reason=reason)
    assert await seen() == ["illness", "leave", "leave"], "the family reads what was said last"
    await says(here=False, enrolment_id=now, reason=None)
    assert await seen() == ["illness", None, "illness"]
