"""A round of distribution on a real database: wishes, its preview, the signed act, what nobody may undo (§9.rounds)."""

import asyncio
import base64
import json
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kezek.contracts.applications import ApplicationChanged
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import District, Kindergarten
from kezek.contracts.queue import Called, NobodyToCall, OfferedPlace, RoundAwaited, RoundGaveNone, WishesOrdered
from kezek.contracts.referrals import PlaceOffer, PlacesOffered
from kezek.contracts.texts import Text
from kezek.contracts.values import Transfer
from kezek.contracts.vocabulary import InstructionLanguage, Ownership
from kezek.platform.messaging.jobs import JobRunner
from kezek.platform.testing import an_actor, officer_of, published
from kezek.queue.adapters.districts import keep_district
from kezek.queue.adapters.wishes import kindergartens
from kezek.queue.main_api import build_app
from kezek.queue.usecases.hand_out import hand_out
from kezek.queue.usecases.repeat_calls import repeat_unanswered_calls
from kezek.queue.usecases.tell_of_round import works
from kezek.queue.usecases.verify_ledger import verify_ledger

PARENT, OFFICER = an_actor(), officer_of("1110")
SOME_DIGEST = "0" * 64


class Desk:
    """A district by rounds with three kindergartens, what families wish, and the officer's desk."""

    def __init__(self, play: Any, api: Any) -> None:
        self.play, self.api = play, api

    async def open(self) -> None:
        async with self.play.database.write() as tx:
            await keep_district(tx, District(code="1110", name=Text("Аудан", "Район", "District")), 1)
        for name in ("A", "B", "C"):
            await self.kindergarten(name)
        await self.play.rules(1, numbered=True, distribution_in_rounds=True, waiting_list=True)

    async def kindergarten(self, name: str, version: int = 1, **facts: Any) -> None:
        told = {"district": "1110", "name": Text(name, name, name), "address": Text("", "", ""), "phone": ""} | facts
        event = Kindergarten(kindergarten_id=self.play.id_of(name), ownership=Ownership.STATE, **told)
        async with self.play.database.write() as tx:
            await kindergartens.keep(tx, event, version, district=event.district)

    async def child(self, name: str, wishes: str | None, queue_class: str = "general", **facts: Any) -> None:
        application = self.play.application(name, queue_class, **facts)
        queue = replace(self.play.ref, group_year=facts.get("born", application.birth_date).year)
        await self.play.place(application.model_copy(update={"applicant_id": PARENT.person_id, "queue": queue}))
        if wishes is not None:
            answer = await self.wish(name, *wishes)
            assert answer.status_code == 204, answer.text

    async def wish(self, name: str, *gardens: str, by: Any = PARENT) -> Any:
        body = {"kindergartens": [str(self.play.id_of(each)) for each in gardens]}
        return await self.api.by(by).put(f"/applications/{self.play.id_of(name)}/wishes", json=body)

    async def wishes(self, name: str) -> dict[str, Any]:
        told: dict[str, Any] = (await self.api.by(PARENT).get(f"/applications/{self.play.id_of(name)}/wishes")).json()
        return told

    async def last_round(self, name: str) -> tuple[str, str | None]:
        last = (await self.wishes(name))["last_round"]
        return last["outcome"], last["kindergarten_id"]

    async def gave_none(self) -> list[str]:
        return sorted(self.play.name_of(str(each.application_id)) for each in await self.told(RoundGaveNone))

    async def places(self, *in_gardens: str, year: int = 2023, offer: int = 1, language: str = "kk") -> None:
        """Places named by kindergarten and number, offered in this order, all published in the order of the numbers."""
        offers = tuple(
            PlaceOffer(
                place=OfferedPlace(place_id=self.play.id_of(each), offer=offer),
                kindergarten_id=self.play.id_of(each[0]),
                language=InstructionLanguage(language),
                published_at=self.play.application("g1").submitted_at + timedelta(minutes=int(each[1:])),
                vacancy_id=self.play.id_of(f"vacancy {each}"),
                ordinal=1,
            )
            for each in in_gardens
        )
        offered = PlacesOffered(queue=replace(self.play.ref, group_year=year), offers=offers)
        async with self.play.database.write() as tx:
            await hand_out(tx, offered, now=tx.now(), new_id=new_id)

    async def seen(self) -> dict[str, Any]:
        answer = await self.api.by(OFFICER).get("/rounds")
        assert answer.status_code == 200, answer.text
        told: dict[str, Any] = answer.json()
        return told

    async def foretold(self) -> list[tuple[str, str, int]]:
        """The next round: whose number, which kindergarten, which wish."""
        return [
            (each["number"][11:16].lstrip("0"), each["kindergarten"]["kk"], each["wish"])
            for each in (await self.seen())["next_round"]["seats"]
        ]

    async def hold(self, digest: str | None = None) -> Any:
        answer = await self.signs(digest)
        await self.families_are_told()
        return answer

    async def signs(self, digest: str | None = None) -> Any:
        digest = digest or (await self.seen())["next_round"]["digest"]
        return await self.api.perform(OFFICER, "/rounds/acts", {"digest": digest})

    async def families_are_told(self) -> None:
        runner = JobRunner(self.play.database, dict(works()))
        while await runner.run_one():
            pass

    async def told(self, event: type) -> list[Any]:
        return [each.event for each in await published(self.play.database) if isinstance(each.event, event)]

    async def called(self) -> dict[str, str]:
        """Whom rounds have called for which place, by name."""
        places = {str(self.play.id_of(f"{garden}{n}")): f"{garden}{n}" for garden in "ABC" for n in range(20)}
        return {
            self.play.name_of(str(child.application_id)): places[str(child.place.place_id)]
            for call in await self.told(Called)
            for child in call.children
        }

    async def wrong(self) -> list[str]:
        async with self.play.database.snapshot() as tx:
            return [each async for queue in verify_ledger(tx) for each in queue.differences]


@pytest.fixture
async def desk(make_settings: Any, play: Any, api: Any) -> Desk:
    made = Desk(play, await api(build_app(await make_settings("queue"))))
    await made.open()
    return made


async def a_district(desk: Desk) -> None:
    """Thirteen children: of three categories, twins together and apart, of two years, one who wishes nothing."""
    await desk.child("g1", "AB", minute=1, serial=1)
    await desk.child("g2", "AC", minute=2, serial=2)
    await desk.child("g3", "A", minute=3, serial=3)
    await desk.child("p4", "A", "priority", minute=40, serial=4)
    await desk.child("e5", "BA", "extraordinary", minute=50, serial=5)
    await desk.child("g6", "BC", minute=6, serial=6, twins="t")
    await desk.child("g7", "C", minute=60, serial=7, twins="t")
    await desk.child("g8", "BC", minute=8, serial=8, twins="u", separate=True)
    await desk.child("g9", "CB", minute=9, serial=9, twins="u", separate=True)
    await desk.child("g10", None, minute=0, serial=10)
    await desk.child("g11", "A", minute=11, serial=11, languages=["ru"])
    year = {"born": desk.play.application("g1").birth_date.replace(year=2022)}
    await desk.child("g12", "A", minute=12, serial=12, **year)
    await desk.child("g13", "A", minute=13, serial=13, **year)
    await desk.places("A4", "A1", "B2", "B3", "C5", "C6", "C7")
    await desk.places("A9", year=2022)


GIVEN = [
    ("5", "B", 1),
    ("4", "A", 1),
    ("1", "A", 1),
    ("2", "C", 2),
    ("6", "C", 2),
    ("7", "C", 1),
    ("8", "B", 1),
    ("12", "A", 1),
]


async def test_a_round_gives_each_child_in_order_its_first_wish_and_tells_the_rest(desk: Desk) -> None:
    await a_district(desk)
    assert await desk.told(Called) == await desk.told(NobodyToCall) == []
    assert sum(len(each.places) for each in await desk.told(RoundAwaited)) == 8
    assert await desk.foretold() == GIVEN
    assert {name: value for name, value in (await desk.seen())["next_round"].items() if isinstance(value, int)} == {
        "waiting": 13,
        "wishing": 12,
        "places": 8,
        "given": 8,
    }

    answer = await desk.hold()

    assert answer.status_code == 200, answer.text
    assert (answer.json()["result"]["number"], answer.json()["result"]["given"]) == (1, 8)
    assert await desk.called() == {
        "e5": "B2",
        "p4": "A1",
        "g1": "A4",
        "g2": "C5",
        "g6": "C6",
        "g7": "C7",
        "g8": "B3",
        "g12": "A9",
    }
    calls = await desk.told(Called)
    assert {call.round_id for call in calls} == {UUID(answer.json()["result"]["round_id"])}
    assert sorted(len(call.children) for call in calls) == [1, 1, 1, 1, 1, 1, 2]
    assert await desk.gave_none() == ["g11", "g13", "g3", "g9"]
    assert await desk.wrong() == []
    assert await desk.foretold() == []
    assert (await desk.seen())["next_round"]["refusal"] == "round_gives_nothing"


async def test_what_was_signed_for_another_outcome_is_refused_and_changes_nothing(desk: Desk) -> None:
    await a_district(desk)
    before = (await desk.seen())["next_round"]["digest"]
    refused = await desk.api.by(OFFICER).post("/rounds/acts", json={"digest": SOME_DIGEST})
    assert (refused.status_code, refused.json()["code"]) == (409, "round_changed")
    prepared = (await desk.api.by(OFFICER).post("/rounds/acts", json={"digest": before})).json()
    assert before in "".join(json.loads(base64.b64decode(prepared["document_base64"]))["statement"])

    await desk.wish("g11", "C")  # gets nothing, now as before
    assert (await desk.seen())["next_round"]["digest"] == before
    await desk.wish("e5", "A")
    answer = await desk.api.sign(OFFICER, prepared)

    assert (answer.status_code, answer.json()["code"]) == (409, "act_outdated")
    assert await desk.told(Called) == []
    assert (await desk.seen())["history"] == []
    assert (await desk.hold()).status_code == 200


async def test_a_closed_kindergartens_places_are_passed_over(desk: Desk) -> None:
    await desk.child("g1", "BA")
    await desk.places("B1", "A2")
    assert await desk.foretold() == [("1", "B", 1)]
    prepared = await desk.api.by(OFFICER).post(
        "/rounds/acts", json={"digest": (await desk.seen())["next_round"]["digest"]}
    )

    await desk.kindergarten("B", 2, closed=True)

    assert await desk.foretold() == [("1", "A", 2)]
    answer = await desk.api.sign(OFFICER, prepared.json())
    assert (answer.status_code, answer.json()["code"]) == (409, "act_outdated")
    await desk.hold()
    assert await desk.called() == {"g1": "A2"}


async def test_of_two_who_sign_at_once_one_holds_the_round_and_no_place_is_given_twice(desk: Desk) -> None:
    await a_district(desk)
    digest = (await desk.seen())["next_round"]["digest"]
    answers = await asyncio.gather(
        *(desk.api.perform(officer_of("1110"), "/rounds/acts", {"digest": digest}) for _ in range(2)),
        desk.places("A4", "C7", offer=2),  # offered once more meanwhile, under the next number
    )
    assert 200 in [each.status_code for each in answers[:2]]
    given = [(child.place.place_id, child.place.offer) for call in await desk.told(Called) for child in call.children]
    assert len(given) == len(set(given))
    assert len({child.application_id for call in await desk.told(Called) for child in call.children}) == 8
    assert await desk.wrong() == []


async def test_a_call_that_began_no_turn_leaves_child_and_place_to_the_next_round(desk: Desk) -> None:
    await a_district(desk)
    await desk.hold()
    for name in ("e5", "p4", "g1", "g2", "g8"):
        if name != "g1":
            await desk.play.changed(name, 1, waiting=False)
        await desk.play.answered(name, started=name != "g1", reason="turn_started" if name != "g1" else "offer_void")
    (held,) = (await desk.seen())["history"]
    assert (held["begun"], held["unmade"], held["given"]) == (4, 1, 8)
    one = (await desk.api.by(OFFICER).get(f"/rounds/{held['id']}")).json()
    assert [each["begun"] for each in one["seats"]][:5] == [True, True, False, True, None]
    assert await desk.last_round("g1") == ("fell_away", None)
    assert await desk.last_round("p4") == ("given", str(desk.play.id_of("A")))
    assert await desk.gave_none() == ["g1", "g11", "g13", "g3", "g9"]

    await desk.places("A4", offer=2)

    assert await desk.foretold() == [("1", "A", 1)]
    other = await desk.api.by(officer_of("1116")).get(f"/rounds/{held['id']}")
    assert (other.status_code, other.json()["code"]) == (404, "round_not_found")
    assert await desk.wrong() == []


async def test_a_place_offered_anew_before_its_turn_began_is_told_to_whom_the_round_gave_it(desk: Desk) -> None:
    await a_district(desk)
    await desk.hold()
    await desk.places("B2", offer=2)
    assert await desk.last_round("e5") == ("fell_away", None)
    assert await desk.gave_none() == ["e5", "g11", "g13", "g3", "g9"]
    assert await desk.foretold() == [("5", "B", 1)]


async def test_a_rounds_call_that_nobody_answers_is_made_again_as_it_was(desk: Desk) -> None:
    await a_district(desk)
    await desk.hold()
    made = await desk.told(Called)
    await desk.play.answered("e5", started=True)
    assert await repeat_unanswered_calls(desk.play.database) == 0
    async with desk.play.database.write() as tx:
        await tx.execute(sa.text("update round_seat set asked_at = now() - interval '6 minutes'"))
    assert await repeat_unanswered_calls(desk.play.database) == 6
    assert await repeat_unanswered_calls(desk.play.database) == 0
    again = (await desk.told(Called))[len(made) :]
    e5 = desk.play.id_of("e5")
    assert sorted(again, key=str) == sorted((each for each in made if each.children[0].application_id != e5), key=str)
    assert await desk.wrong() == []


async def test_who_took_part_and_got_nothing_is_told_so_whatever_it_wishes_by_then(desk: Desk) -> None:
    await a_district(desk)
    await desk.signs()
    await desk.wish("g3", "C")
    await desk.wish("g10", "A")
    await desk.play.changed("g11", 1, waiting=False)
    await desk.families_are_told()
    assert await desk.gave_none() == ["g11", "g13", "g3", "g9"]
    assert await desk.last_round("g3") == ("none", None)


async def test_a_family_sees_its_place_in_the_list_of_each_wish_and_the_officer_the_list(desk: Desk) -> None:
    await a_district(desk)
    told = await desk.wishes("g3")
    assert [(each["name"]["kk"], each["stands_at"], each["waiting"]) for each in told["wishes"]] == [("A", 5, 6)]
    assert (told["obstacle"], told["most"], told["last_round"], told["twins"]) == (None, 10, None, False)
    path = f"/rounds/waiting-lists/{desk.play.id_of('A')}"
    listed = (await desk.api.by(OFFICER).get(path)).json()
    assert listed["total"] == 8
    assert [each["number"][11:16].lstrip("0") for each in listed["items"]] == [
        "5",
        "4",
        "1",
        "2",
        "3",
        "11",
        "12",
        "13",
    ]
    assert [each["stands_at"] for each in listed["items"]] == [1, 2, 3, 4, 5, 6, 1, 2]
    assert (await desk.wishes("g12"))["wishes"][0]["stands_at"] == 1
    assert (await desk.api.by(officer_of("1116")).get(path)).status_code == 404

    await desk.hold()

    await desk.child("g14", "A", minute=14, serial=14)
    assert await desk.last_round("g3") == await desk.last_round("g11") == ("none", None)
    assert await desk.last_round("p4") == ("given", str(desk.play.id_of("A")))
    assert await desk.last_round("g10") == await desk.last_round("g14") == ("not_in_it", None)
    assert [each["stands_at"] for each in (await desk.wishes("p4"))["wishes"]] == [None]


async def test_where_the_policy_keeps_no_waiting_list_nobody_reads_one(desk: Desk) -> None:
    await a_district(desk)
    path = f"/rounds/waiting-lists/{desk.play.id_of('A')}"
    assert (await desk.seen())["waiting_list"]
    assert (await desk.api.by(OFFICER).get(path)).status_code == 200
    await desk.play.rules(2, numbered=True, distribution_in_rounds=True)
    assert not (await desk.seen())["waiting_list"]
    refused = await desk.api.by(OFFICER).get(path)
    assert (refused.status_code, refused.json()["code"]) == (409, "waiting_list_not_here")
    told = await desk.wishes("g3")
    assert [(each["name"]["kk"], each["stands_at"], each["waiting"]) for each in told["wishes"]] == [("A", None, None)]
    assert not told["waiting_list"]


async def test_family_and_officer_read_the_same_number_of_a_child_whose_twin_stands_in_another_queue(
    desk: Desk,
) -> None:
    for name, serial in (("g1", 1), ("g2", 2)):
        await desk.child(name, "A", minute=serial, serial=serial)
    await desk.child("g15", "A", minute=70, serial=15, twins="w")
    year = {"born": desk.play.application("g1").birth_date.replace(year=2022)}
    await desk.child("e16", "A", "extraordinary", minute=71, serial=16, twins="w", **year)
    (wish,) = (await desk.wishes("g15"))["wishes"]
    assert (wish["stands_at"], wish["waiting"]) == (1, 3)
    listed = (await desk.api.by(OFFICER).get(f"/rounds/waiting-lists/{desk.play.id_of('A')}")).json()["items"]
    assert [(each["number"][11:16].lstrip("0"), each["stands_at"]) for each in listed] == [
        ("15", 1),
        ("16", 1),
        ("1", 2),
        ("2", 3),
    ]


async def test_wishes_are_open_kindergartens_of_the_district_each_once(desk: Desk) -> None:
    await desk.child("g1", "BA")
    await desk.kindergarten("D", district="1116")
    await desk.kindergarten("C", 2, closed=True)
    for gardens, code in (("AA", "wish_given_twice"), ("AD", "wish_in_another_district"), ("CA", "wish_closed")):
        refused = await desk.wish("g1", *gardens)
        assert (refused.status_code, refused.json()["code"]) == (409, code)
    assert (await desk.wish("g1", "Z")).json()["code"] == "kindergarten_not_found"
    assert (await desk.wish("g1", "A", by=an_actor())).json()["code"] == "application_not_found"
    assert [each["name"]["kk"] for each in (await desk.wishes("g1"))["wishes"]] == ["B", "A"]
    assert (await desk.wish("g1", "B", "A")).status_code == 204
    assert len(await desk.told(WishesOrdered)) == 1

    await desk.play.rules(2, numbered=True, distribution_in_rounds=True, most_wishes=1)
    assert (await desk.wish("g1", "A", "B")).json()["code"] == "too_many_wishes"
    await desk.play.changed("g1", 1, waiting=False, status="withdrawn", reason="withdrawn")
    assert (await desk.wish("g1", "A")).json()["code"] == "application_over"
    await desk.play.rules(3)
    assert (await desk.wish("g1", "A")).json()["code"] == "rounds_not_here"
    assert (await desk.wishes("g1"))["obstacle"] == "rounds_not_here"


async def test_who_asks_for_another_kindergarten_wishes_any_but_the_one_in_which_it_is_by_now(desk: Desk) -> None:
    """A round goes by where the child is: after a swap the former one is a wish like any (domain §7.swap)."""
    enrolled = desk.play.id_of("enrolled")
    here, there = [Transfer(application_id=enrolled, kindergarten_id=desk.play.id_of(each)) for each in "AB"]
    await desk.child("t1", "BC", "transfer", transfer=here)
    refused = await desk.wish("t1", "A", "B")
    assert (refused.status_code, refused.json()["code"]) == (409, "wish_of_own_kindergarten")
    assert refused.json()["params"] == {"kindergarten_id": str(desk.play.id_of("A"))}
    facts = {"applicant_id": PARENT.person_id, "transfer": there}
    application = desk.play.application("t1", "transfer").model_dump() | facts
    why = {"reason": "children_swapped", "rule": "swap", "actor": "kindergarten"}
    await desk.play.place(ApplicationChanged(**application | why), 2)
    assert (await desk.wishes("t1"))["own_kindergarten_id"] == str(desk.play.id_of("B"))
    await desk.places("A1", "B1", "C1")
    assert await desk.foretold() == [("1", "C", 1)], "what was wished and is its own by now is passed over"
    assert (await desk.wish("t1", "A", "C")).status_code == 204
    assert await desk.foretold() == [("1", "A", 1)]


async def test_where_rounds_end_the_ordinary_calling_takes_the_places_up(desk: Desk) -> None:
    await desk.child("g1", None)
    await desk.places("A1")
    await desk.play.rules(2)
    assert (await desk.api.by(OFFICER).get("/rounds")).json()["next_round"]["refusal"] == "rounds_not_here"
    await desk.places("A1", offer=2)
    assert await desk.called() == {"g1": "A1"}
    async with desk.play.database.read() as tx:
        assert await tx.value(sa.text("select state from offer")) == "called"
