"""`python -m kezek_local run tests.chaos.last_acts`: other acts than a choice around their very last instants.

An acceptance and «келді» against the referral's end, a cancellation against its 24 hours, a restoration against the end
of its days: `ACTS` (all four), `ACTS_EACH` (100) of each. What was received before the instant is in time and what came
at it is late (domain §6.7): each term has one end, and the one that its receipt says.
"""

import asyncio
import os
import random
import sys
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from kezek_local.stack import Stack
from tests.chaos.last_second import EARLIEST_S, LATEST_S, PREPARED_WITHIN
from tests.e2e.actors.parent import Parent
from tests.e2e.actors.person import Person, RefusedError
from tests.e2e.actors.worker import Worker
from tests.e2e.journeys.test_rules import changes_policy
from tests.e2e.world import World
from tests.load.crowd import called, each
from tests.load.figures import say
from tests.load.rush import database

QUEUES = {"accept": ("1170", 2022), "arrive": ("1170", 2023), "cancel": ("1110", 2022), "restore": ("1110", 2023)}
BY_VOUCHERS = {"choice_working_days": 1, "restorable_calendar_days": 1}
BY_REFERRALS = {"choice_working_days": 3, "restorable_calendar_days": None}
HandIn = Callable[[], Awaitable[object]]


@dataclass(frozen=True)
class Ready:
    """What is about to be handed in, and the instant from which on it is late."""

    late_at: datetime
    hand_in: HandIn


@dataclass(frozen=True)
class Contest:
    """One kind of act: what comes before it, how it is prepared, and what PostgreSQL counts when all is at rest.

    `done` counts what an act in time has brought about, `late` what of that came at the instant or after it, `open`
    what neither the act nor the instant has ended.
    """

    prepare: Callable[["Stage", Parent], Awaitable[Ready]]
    before: Callable[["Stage", Sequence[Parent]], Awaitable[datetime]]
    codes: frozenset[str]
    done: str
    late: str
    open: str


@dataclass
class Stage:
    """Where it is played: a queue of its own for each kind of act."""

    world: World
    workers: list[Worker]

    def worker_of(self, state: Mapping[str, Any]) -> Worker:
        """Who works in the kindergarten of the referral."""
        wanted = state["referral"]["kindergarten_id"]
        return next(each for each in self.workers if each.kindergarten_id == wanted)


async def _referred(_: Stage, parents: Sequence[Parent]) -> datetime:
    """Each takes its place; when the first referral ends."""
    await each(parents, lambda parent: parent.chooses_first_place(), at_once=1)
    states = [await parent.state() for parent in parents]
    return min(datetime.fromisoformat(state["referral"]["expires_at"]) for state in states)


async def _referred_today(stage: Stage, parents: Sequence[Parent]) -> datetime:
    """Each takes its place; when the first may be cancelled no more."""
    await _referred(stage, parents)
    return min([(await _cancelled_before(parent)) for parent in parents])


async def _cancelled_before(parent: Parent) -> datetime:
    return datetime.fromisoformat((await parent.state())["referral"]["issued_at"]) + timedelta(hours=24)


async def _inactive(stage: Stage, parents: Sequence[Parent]) -> datetime:
    """Nobody confirms in time; until when all may be restored."""
    last_day = (await parents[0].state())["turn"]["last_day"]
    await stage.world.passes_midnight_after(last_day)
    states = await each(parents, lambda parent: parent.becomes("inactive"))
    return min(datetime.fromisoformat(state["inactive_until"]) for state in states)


async def _accepts(stage: Stage, parent: Parent) -> Ready:
    state = await parent.state()
    worker, path = stage.worker_of(state), f"/referrals/referrals/{state['referral']['referral_id']}/acceptance/acts"
    return await _signed(worker, path, datetime.fromisoformat(state["referral"]["expires_at"]))


async def _cancels(_: Stage, parent: Parent) -> Ready:
    referral = (await parent.state())["referral"]["referral_id"]
    path = f"/referrals/applications/{parent.application_id}/referrals/{referral}/cancellation/acts"
    return await _signed(parent, path, await _cancelled_before(parent))


async def _restores(_: Stage, parent: Parent) -> Ready:
    until = datetime.fromisoformat((await parent.state())["inactive_until"])
    return await _signed(parent, f"/referrals/applications/{parent.application_id}/restoration/acts", until)


async def _comes(stage: Stage, parent: Parent) -> Ready:
    state = await parent.state()
    worker, path = stage.worker_of(state), f"/referrals/referrals/{state['referral']['referral_id']}/arrival"
    return Ready(datetime.fromisoformat(state["referral"]["expires_at"]), lambda: worker.post(path))


async def _signed(who: Person, path: str, late_at: datetime) -> Ready:
    act = await who.post(path)
    signature = await who.signature_for(act)
    return Ready(late_at, lambda: who.hand_in("referrals", act, signature))


def _referrals(where: str) -> str:
    """How many referrals of the queue are so."""
    return _COUNT.format(where)


_COUNT = (
    "select count(*) from referrals.referral r join referrals.candidate c using (application_id) where c.queue = $1 "
    "and {}"
)
_AT = "(select at from referrals.history h where h.application_id = c.application_id and h.event like '%referral-{}%')"
CONTESTS = {
    "accept": Contest(
        _accepts,
        _referred,
        frozenset({"referral_not_valid"}),
        _referrals("r.status = 'accepted'"),
        _referrals(f"r.status = 'accepted' and {_AT.format('accepted')} >= r.ends_at"),
        _referrals("r.status = 'valid'"),
    ),
    "arrive": Contest(
        _comes,
        _referred,
        frozenset({"referral_not_valid"}),
        _referrals("r.stopped_by = 'came'"),
        _referrals("r.stopped_by = 'came' and r.clock_since >= r.ends_at"),
        _referrals("(r.status = 'valid') <> (r.stopped_by is not null)"),
    ),
    "cancel": Contest(
        _cancels,
        _referred_today,
        frozenset({"cancellation_too_late"}),
        _referrals("r.status = 'cancelled'"),
        _referrals(f"r.status = 'cancelled' and {_AT.format('cancelled')} >= r.issued_at + interval '24 hours'"),
        _referrals("r.status not in ('cancelled', 'valid')"),
    ),
    "restore": Contest(
        _restores,
        _inactive,
        frozenset({"restored_too_late", "not_inactive"}),
        "select count(*) from referrals.candidate c where c.queue = $1 and c.restored",
        # who was removed as not restored in time, and yet restored
        "select count(*) from referrals.candidate c where c.queue = $1 and c.restored "
        "and exists (select from referrals.history h where h.application_id = c.application_id "
        "and h.reason = 'not_restored_in_time')",
        "select count(*) from referrals.candidate c where c.queue = $1 and c.inactive_until is not null",
    ),
}


async def play(stack: Stack, stage: Stage, name: str, count: int) -> list[str]:
    """One kind of act, so many of them; what is wrong."""
    contest, chance, world = CONTESTS[name], random.Random(count), stage.world
    await world.sandbox.post(f"/districts/{world.district}/families", {"year": world.group_year, "count": count})
    await world.begins_by_day()
    parents = await called(world, count)
    late_at = await contest.before(stage, parents)
    await world.sandbox.advance_to(late_at - PREPARED_WITHIN)
    ready = await each(parents, lambda parent: contest.prepare(stage, parent))
    now = await world.sandbox.now()
    if any((one.late_at - now).total_seconds() < -EARLIEST_S for one in ready):
        raise AssertionError("not all acts were prepared before their instants: fewer of each")
    told = await asyncio.gather(*(_hands_in(one, now, chance.uniform(EARLIEST_S, LATEST_S)) for one in ready))
    await world.sandbox.advance_to(max(one.late_at for one in ready) + timedelta(seconds=5))
    await world.settles()
    say(f"{name}: {dict(Counter(told))}")
    return await _wrong(stack, contest, Counter(told), f"{world.district}.general.{world.group_year}")


async def _hands_in(ready: Ready, now: datetime, after_s: float) -> str:
    await asyncio.sleep(max(0, (ready.late_at - now).total_seconds() + after_s))
    try:
        await ready.hand_in()
    except RefusedError as refused:
        return f"{refused.status} {refused.code}"
    return "done"


async def _wrong(stack: Stack, contest: Contest, told: Counter[str], queue: str) -> list[str]:
    allowed = {"done", *(f"409 {code}" for code in contest.codes)}
    async with database(stack) as connection:
        done, late, still = [
            await connection.fetchval(each, queue) for each in (contest.done, contest.late, contest.open)
        ]
    found = {
        "acts whose answer is not what stands": abs(done - told["done"]),
        "acts that counted though they were late": late,
        "terms that neither the act nor its instant has ended": still,
        "answers that nobody should have": sum(count for answer, count in told.items() if answer not in allowed),
    }
    return [f"{count} {what}" for what, count in found.items() if count]


async def _of_vouchers(world: World, numbers: Mapping[str, Any]) -> None:
    """These numbers hold in the district from tomorrow on, which is today then."""
    boss, today = await world.administrator(), await world.today()
    await changes_policy(boss, world.district, f"{today + timedelta(days=1)}", **numbers)
    await world.settles()
    await world.passes_midnight_after(f"{today}")


async def main() -> str | None:
    """Play and print; what is wrong, or nothing."""
    stack, count = Stack(Path(os.environ["KEZEK_STACK_FOLDER"])), int(os.environ.get("ACTS_EACH", "100"))
    wrong: list[str] = []
    for name in os.environ.get("ACTS", ",".join(CONTESTS)).split(","):
        urls = os.environ["KEZEK_PUBLIC_URL"], os.environ["KEZEK_SANDBOX_URL"]
        world = World(*urls, *QUEUES[name])
        try:
            if name == "restore":
                await _of_vouchers(world, BY_VOUCHERS)
            stage = Stage(world, [await world.worker(ordinal) for ordinal in range(3)])
            found = await play(stack, stage, name, count)
            if name == "restore":
                await _of_vouchers(world, BY_REFERRALS)
        finally:
            await world.close()
        say(f"{name}: {count} acts, {', '.join(found) or 'each term has the end that its receipt says'}")
        wrong += found
    return ", ".join(wrong) or None


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
