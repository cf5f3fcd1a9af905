"""The ledger is replayed and compared; whatever was changed behind its back is found (ADR 29)."""

import random
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import asyncpg
import pytest
import sqlalchemy as sa

from kezek.queue.adapters import store
from kezek.queue.adapters.ledger import line_of, list_heads_before
from kezek.queue.domain.ledger import BEGINNING, chained
from kezek.queue.usecases import settle_call
from kezek.queue.usecases.follow_application import follow_application
from kezek.queue.usecases.verify_ledger import Verified, verify_ledger

NOW = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)
Run = Callable[[str], Awaitable[Any]]
KINDS = {"e": "extraordinary", "p": "priority", "g": "general", "t": "transfer"}


async def verified(play: Any) -> list[Verified]:
    async with play.database.snapshot() as tx:
        return [each async for each in verify_ledger(tx)]


async def wrong(play: Any) -> list[str]:
    return [each for queue in await verified(play) for each in queue.differences]


@pytest.fixture
async def as_owner(play: Any, owner_url: Any) -> AsyncIterator[Run]:
    """Statements as the role that owns the schema."""
    assert play
    owner = await asyncpg.connect((await owner_url("queue")).replace("+asyncpg", ""))
    await owner.execute("set search_path = queue")
    yield owner.execute
    await owner.execute("alter table ledger enable trigger user")
    await owner.close()


async def story(play: Any, seed: int, steps: int = 60, first: int = 0) -> None:
    """Arrivals, changes, moves, calls, answers, ends and returns as chance has it, twins among them."""
    chance = random.Random(seed)
    other = replace(play.ref, district="1132")
    known: dict[str, dict[str, Any]] = {}
    version = 1 + first
    for step in range(steps):
        version += 1
        match chance.choice([*3 * ["arrive"], *2 * ["offer"], "answer", "candidate", "correct", "move", "policy"]):
            case "arrive":
                name = chance.choice("eppgggggt") + str(first + len(known))
                known[name] = {
                    "minute": chance.randrange(90),
                    "serial": first + len(known),
                    "twins": chance.choice([None, None, "a", "b", "c"]),
                    "separate": chance.random() < 0.5,
                    "languages": chance.choice([["kk"], ["ru"], ["kk", "ru"]]),
                    "born": chance.choice([date(2023, 5, 5), date(2023, 5, 5), date(2025, 5, 5)]),
                }
                await play.queued(name, KINDS[name[0]], **known[name])
            case "offer":
                places = [f"place {seed} {step} {number}" for number in range(chance.randrange(1, 4))]
                excluded = chance.sample(sorted(known), min(len(known), chance.randrange(3)))
                await play.offered(*places, language=chance.choice(["kk", "ru"]), not_for=excluded)
            case "policy":
                generals = chance.randrange(1, 5)
                await play.rules(1000 * first + version, numbered=version % 2 == 0, generals_per_priority=generals)
            case _ if not known:
                continue
            case "answer":
                await answer(play, chance)
            case "candidate":
                waits = chance.random() < 0.5
                await play.changed(chance.choice(sorted(known)), version, waiting=waits, reason="no_choice_in_time")
            case what:
                name = chance.choice(sorted(known))
                known[name] |= {"born": date(2023, 5, 5), "twins": chance.choice([None, "a", "b"])}
                queue = {"queue": chance.choice([play.ref, other])} if what == "move" else {}
                kind = chance.choice(list(KINDS.values()))
                await play.corrected(name, kind, version=version, **known[name], **queue)


async def answer(play: Any, chance: random.Random) -> None:
    async with play.database.read() as tx:
        calls = await tx.rows(sa.text("select id from call where queue_id = :queue"), {"queue": str(play.ref)})
    if calls:
        await play.answer(chance.choice(calls).id, started=chance.random() < 0.5, reason="offer_void")


@pytest.mark.parametrize("seed", range(6))
async def test_whatever_happens_the_ledger_leads_to_what_is_in_force(play: Any, seed: int) -> None:
    await story(play, seed)
    found = await verified(play)
    assert [each for queue in found for each in queue.differences] == []
    async with play.database.read() as tx:
        rows = await tx.rows(sa.text("select id, sequence, head from queue order by id"))
    assert [(each.queue, each.lines, each.head) for each in found] == [tuple(row) for row in rows]


async def test_what_the_release_before_has_written_is_carried_over(play: Any, as_owner: Run) -> None:
    await play.queued("p1", "priority")
    await play.queued("g1")
    await play.offered("a")
    await as_owner("alter table ledger disable trigger user")
    await as_owner("update ledger set hash = null, facts = null, rule = null, actor = null")
    await as_owner("update queue set chained = 0, head = decode(repeat('00', 32), 'hex')")
    assert await wrong(play) == []
    await play.answered("p1", started=False)
    assert await play.offered("b") == ["p1"]
    (found,) = await verified(play)
    assert (found.differences, found.unchained) == ((), 3)


async def test_calls_of_the_release_before_keep_the_cycle_of_their_policy(play: Any, as_owner: Run) -> None:
    await play.cycle(1, 1)
    await play.queued("p1", "priority")
    await play.queued("g1")
    await play.offered("a", "b")
    await play.cycle(3, 2)
    await as_owner("alter table ledger disable trigger user")
    await as_owner("update ledger set hash = null, facts = null, rule = null, actor = null")
    await as_owner("update queue set chained = 0, head = decode(repeat('00', 32), 'hex')")
    await play.answered("g1", started=False)
    assert await play.owed() == 1
    assert await wrong(play) == []


async def test_each_call_is_judged_by_the_order_that_it_names(play: Any, as_owner: Run) -> None:
    """The policy changes in the middle, with calls open: what was called by categories would be wrong by turns."""
    for number in range(3):
        await play.queued(f"g{number}", minute=number)
        await play.queued(f"p{number}", "priority", minute=10 + number)
    assert await play.offered("a") == ["p0"]
    await play.rules(1, numbered=True)
    assert await play.offered("b", "c") == ["p1", "p2"]
    await play.answered("p2", started=False, reason="offer_void")
    await play.rules(2)
    assert await play.offered("d") == ["g0"]
    assert (await play.owed(), await wrong(play)) == (2, [])
    await as_owner("alter table ledger disable trigger user")
    await as_owner("update ledger set facts = facts - 'order'")
    await chain_anew(play, as_owner)
    assert "calls a child before whom another stands who may have the place" in " ".join(await wrong(play))


async def test_a_call_by_category_stays_one_when_it_is_carried_over(play: Any, as_owner: Run) -> None:
    await play.rules(1, numbered=True)
    await play.queued("p1", "priority")
    await play.offered("a")
    await as_owner("alter table ledger disable trigger user")
    await as_owner("update ledger set hash = null, facts = null, rule = null, actor = null")
    await as_owner("update queue set chained = 0, head = decode(repeat('00', 32), 'hex')")
    await play.answered("p1", started=True)
    assert (await play.owed(), await wrong(play)) == (0, [])


async def test_a_child_that_goes_on_while_its_call_is_settled_is_free_where_it_stands(
    play: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its queue is read before that can be locked: what happens between the two is looked at again."""
    second, third = (replace(play.ref, district=district) for district in ("1132", "1134"))
    await play.queued("g1")
    await play.offered("a")
    await play.corrected("g1", version=2, queue=second)
    lock_queues, gone_on = store.lock_queues, False

    async def after_it_has_gone_on(tx: Any, refs: Any) -> Any:
        nonlocal gone_on
        if not gone_on:
            gone_on = True
            await play.corrected("g1", version=3, queue=third)
        return await lock_queues(tx, refs)

    monkeypatch.setattr(settle_call, "store", SimpleNamespace(**vars(store) | {"lock_queues": after_it_has_gone_on}))
    await play.answered("g1", started=False, reason="offer_void")

    assert [what for _, what, _, _ in await play.ledger(second)] == ["moved_here", "moved_away"]
    assert [what for _, what, _, _ in await play.ledger(third)] == ["moved_here", "call_unmade"]
    assert await wrong(play) == []


async def test_no_line_is_earlier_than_the_one_before_it(play: Any) -> None:
    """Who waited for the lock has read the clock before: the last line is the last in time, too."""
    await play.queued("g1")
    async with play.database.write() as tx:
        await follow_application(tx, play.application("g2"), 1, now=NOW - timedelta(hours=1))
    async with play.database.read() as tx:
        rows = await tx.rows(sa.text("select recorded_at from ledger order by sequence"))
        heads = await list_heads_before(tx, NOW + timedelta(microseconds=1))
        assert await list_heads_before(tx, NOW) == []
    assert [row.recorded_at for row in rows] == [NOW, NOW]
    assert [head.sequence for head in heads] == [2]
    assert await wrong(play) == []


async def test_what_the_release_before_changes_of_a_child_moves_it_in_the_order(play: Any, as_owner: Run) -> None:
    """It writes the class alone, and neither the key by which a child stands nor the counts."""
    await play.queued("g1", minute=1)
    await play.queued("g2", minute=2)
    await as_owner(f"update entry set queue_class = 'priority' where application_id = '{play.id_of('g2')}'")  # noqa: S608
    assert [await play.place_of(name) for name in ("g2", "g1")] == [1, 2]
    async with play.database.read() as tx:
        counts = await tx.rows(sa.text("select order_class, children from in_order order by order_class"))
    assert [tuple(row) for row in counts] == [("general", 1), ("priority", 1)]


TAMPERED = {
    "a line is changed": "update ledger set recorded_at = recorded_at - interval '1 day' where sequence = 2",
    "a reason is changed": "update ledger set reason = 'other' where sequence = 2",
    "what was known is changed": """update ledger set facts = facts || '{"number": "0"}' where sequence = 2""",
    "a line in the middle is gone": "delete from ledger where sequence = 2",
    "the last line is gone": "delete from ledger where sequence = (select max(sequence) from ledger)",
    "hashes are gone": "update ledger set hash = null where sequence > 2",
    "entries are earlier": "update entry set submitted_at = submitted_at - interval '1 day'",
    "entries stand earlier": "update entry set order_at = order_at - interval '1 day'",
    "entries have another class": "update entry set queue_class = 'priority' where queue_class = 'general'",
    "an entry does not wait": "update entry set waiting = not waiting",
    "a call counts": "update call set state = 'unmade'",
    "a call is of another order": "update call set by_category = true",
    "the counts are others": "update in_order set children = children + 1",
    "the counts of twins are others": "update in_order set twins = twins + 1",
    "the phase is another": "update queue set owed = 1",
}


@pytest.mark.parametrize("statement", TAMPERED.values(), ids=list(TAMPERED))
async def test_what_the_owner_changes_is_found(play: Any, as_owner: Run, statement: str) -> None:
    for number in range(3):
        await play.queued(f"g{number}", minute=number)
    await play.queued("p1", "priority")
    await play.offered("a")
    assert await wrong(play) == []
    await as_owner("alter table ledger disable trigger user")
    await as_owner(statement)
    assert await wrong(play) != []


async def chain_anew(play: Any, as_owner: Run) -> None:
    """As who owns the tables would hide what was changed."""
    head = BEGINNING
    async with play.database.read() as tx:
        rows = await tx.rows(sa.text("select * from ledger order by sequence"))
    for row in rows:
        head = chained(head, line_of(row))
        await as_owner(f"update ledger set hash = decode('{head.hex()}', 'hex') where sequence = {row.sequence}")  # noqa: S608
    last = len(rows)
    await as_owner(f"update queue set sequence = {last}, chained = {last}, head = decode('{head.hex()}', 'hex')")  # noqa: S608


async def test_a_line_that_does_not_say_how_twins_stand_is_found(play: Any, as_owner: Run) -> None:
    await play.queued("g1", twins="a")
    await play.queued("g2", minute=1, twins="a")
    await as_owner("alter table ledger disable trigger user")
    await as_owner("update ledger set facts = facts - 'together'")
    await chain_anew(play, as_owner)
    assert await wrong(play) == ["1110.general.2023 line 2: does not say how twins stood and stand"]


async def test_a_chain_computed_anew_over_an_earlier_line_is_found_by_its_time(play: Any, as_owner: Run) -> None:
    for number in range(3):
        await play.queued(f"g{number}", minute=number)
    await as_owner("alter table ledger disable trigger user")
    await as_owner("update ledger set recorded_at = recorded_at - interval '1 day' where sequence = 2")
    await chain_anew(play, as_owner)
    assert await wrong(play) == ["1110.general.2023 line 2: is recorded before the line before it"]


async def test_a_chain_computed_anew_over_a_better_place_is_found_by_the_order(play: Any, as_owner: Run) -> None:
    """Who calls another and rewrites every hash, and the head, still has to explain why the first was not called."""
    await play.queued("g1", minute=0)
    await play.queued("g2", minute=1)
    await play.changed("g1", 1, waiting=False)
    assert await play.offered("a") == ["g2"]
    await as_owner("alter table ledger disable trigger user")
    await as_owner("delete from ledger where what = 'left'")
    await as_owner("update ledger set sequence = 3 where what = 'called'")
    await as_owner("update entry set waiting = true")
    await as_owner("update call set sequence = 3")
    await chain_anew(play, as_owner)
    assert await wrong(play) == [
        "1110.general.2023 line 3: calls a child before whom another stands who may have the place"
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "update ledger set owed = 0",
        "delete from ledger",
        "truncate ledger",
        "alter table ledger disable trigger all",
        "drop trigger ledger_is_kept on ledger",
        "set session_replication_role = replica",
    ],
)
async def test_the_role_of_the_service_adds_lines_and_changes_none(play: Any, statement: str) -> None:
    await play.queued("g1")
    with pytest.raises(sa.exc.ProgrammingError, match=r"permission denied|must be owner|cannot"):
        async with play.database.write() as tx:
            await tx.execute(sa.text(statement))
    assert len(await play.ledger()) == 1


async def test_the_owner_is_refused_too_until_the_triggers_are_gone(play: Any, as_owner: Run) -> None:
    await play.queued("g1")
    for statement in ("update ledger set owed = 0", "delete from ledger", "truncate ledger cascade"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await as_owner(statement)


async def test_no_line_holds_a_birth_date_or_a_kind_of_benefit(play: Any) -> None:
    await story(play, 3)
    async with play.database.read() as tx:
        lines = await tx.rows(sa.text("select what, facts from ledger"))
    names = {name for line in lines for name in line.facts}
    assert names <= {
        *("class", "at", "number", "languages", "twins", "separate", "waiting", "call", "born_anew", "from", "to"),
        *("hand_out", "children", "cycle", "after", "until", "place", "offer", "language", "not_for", "elsewhere"),
        *("together", "order"),
    }
    assert "2023-05-05" not in str([line.facts for line in lines])
