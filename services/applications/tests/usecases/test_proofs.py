"""What runs for a benefit while its child waits, is called, is enrolled; and what twins' papers are to each of them."""

from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kezek.applications.domain.claim import Verdict
from kezek.applications.usecases.decide_claim import decide_claim
from kezek.contracts.applications import ApplicationChanged, ApplicationQueued, ClaimChanged
from kezek.contracts.file_use import ApplicationsFileKept
from kezek.contracts.files import FilePurpose
from kezek.contracts.ids import new_id
from kezek.contracts.law import Reason
from kezek.contracts.policy import Policy
from kezek.contracts.queue import CalendarPublished, PolicyPublished
from kezek.contracts.referrals import CandidateEvent, Closed, ReferralAccepted, TurnFacts, TurnStarted
from kezek.contracts.vocabulary import (
    ActorKind,
    ApplicationStatus,
    ClaimReason,
    ClaimState,
    ClaimVerdict,
    QueueClass,
)
from kezek.platform.actors import Actor
from kezek.platform.kazakhstan import holidays_of
from kezek.platform.testing import an_actor, officer_of, published
from kezek.platform.workdays import last_day_of, local_day, midnight_after
from kezek_sandbox.people.model import Role

OFFICER = officer_of("1134")
ASK = Verdict(ClaimVerdict.ASK_BETTER_COPY, ClaimReason.UNREADABLE)
REJECT = Verdict(ClaimVerdict.REJECT, ClaimReason.NOT_ENTITLED)


async def told(world: Any, *kinds: type) -> list[Any]:
    return [each.event for each in await published(world.database) if isinstance(each.event, kinds)]


async def reasons(world: Any) -> list[Reason]:
    return [each.reason for each in await told(world, ClaimChanged)]


async def proved_at_call(world: Any) -> None:
    policy = Policy(id="1134-1", benefit_proved_at_call=True, benefit_proof_working_days=5)
    await world.hears(PolicyPublished(district="1134", version=1, in_force_from=date(2026, 1, 1), policy=policy))


async def decides(world: Any, verdict: Verdict, application_id: Any) -> None:
    async with world.database.write() as tx:
        claim_id = await tx.value(sa.text("select id from claim where application_id = :of"), {"of": application_id})
        await decide_claim(tx, claim_id, verdict, new_id(), tx.now())


async def until(world: Any, days: int) -> Verdict:
    async with world.database.read() as tx:
        return Verdict(ClaimVerdict.CONFIRM, valid_until=local_day(tx.now()) + timedelta(days=days))


def scanned(world: Any, actor: Actor | None = None, code: str = "serviceman") -> list[dict[str, Any]]:
    return [{"code": code, "files": [world.scan(FilePurpose.BENEFIT_PROOF, actor)]}]


async def claiming(world: Any) -> ApplicationQueued:
    """A child queued with a benefit that has a scan."""
    assert (await world.applies(benefits=scanned(world))).status_code == 200
    (queued,) = await told(world, ApplicationQueued)
    return queued  # type: ignore[no-any-return]


def step(kind: type[CandidateEvent], queued: ApplicationQueued, status: ApplicationStatus, **said: Any) -> Any:
    facts = {"turn": None, "referral": None, "misses": 0, "stop_listed_until": None, "over": False, **said}
    return kind(
        application_id=queued.application_id,
        child_id=queued.child_id,
        applicant_id=queued.applicant_id,
        queue=queued.queue,
        status=status,
        reason=Reason.TURN_STARTED,
        rule=Reason.TURN_STARTED.rule,
        actor=ActorKind.SYSTEM,
        **facts,
    )


def called(queued: ApplicationQueued) -> Any:
    now = datetime.now(UTC)
    turn = TurnFacts(
        turn_id=new_id(),
        place_id=new_id(),
        kindergarten_id=new_id(),
        language=queued.languages[0],
        began_at=now,
        deadline_at=now + timedelta(days=3),
        last_day=now.date(),
    )
    return step(TurnStarted, queued, ApplicationStatus.NOTIFIED, turn=turn)


@pytest.mark.parametrize("asked_before_the_call", [True, False])
async def test_a_benefit_that_nothing_shows_ends_though_a_better_copy_is_asked_for(
    world: Any, sandbox_clock: Any, asked_before_the_call: bool
) -> None:
    await proved_at_call(world)
    queued = await claiming(world)
    assert queued.queue_class is QueueClass.EXTRAORDINARY
    if asked_before_the_call:
        await decides(world, ASK, queued.application_id)
        await world.hears(called(queued))
    else:
        await world.hears(called(queued))
        await decides(world, ASK, queued.application_id)
    assert await reasons(world) == [Reason.BETTER_COPY_ASKED, Reason.BENEFIT_PROOF_DUE]
    sandbox_clock.move(timedelta(days=15))
    await world.fires()
    *asked, changed = await told(world, ApplicationChanged)
    assert (changed.queue_class, changed.reason, changed.ends) == (QueueClass.GENERAL, Reason.BENEFIT_NOT_PROVED, ())
    ((end,),) = {each.ends for each in asked}
    assert (end.queue_class, end.unproved) == (QueueClass.GENERAL, True), "the order was told of the end before"


async def test_that_a_proof_ends_soon_is_told_once(world: Any, sandbox_clock: Any) -> None:
    queued = await claiming(world)
    await decides(world, await until(world, 40), queued.application_id)
    sandbox_clock.move(timedelta(days=12))
    await world.fires()
    await world.hears(called(queued))
    await world.fires()
    assert (await reasons(world)).count(Reason.BENEFIT_ENDS_SOON) == 1


async def test_what_is_due_already_is_told_though_the_terms_are_written_anew(world: Any, sandbox_clock: Any) -> None:
    queued = await claiming(world)
    await decides(world, await until(world, 40), queued.application_id)
    sandbox_clock.move(timedelta(days=12))
    await world.hears(called(queued))
    await world.fires()
    assert (await reasons(world)).count(Reason.BENEFIT_ENDS_SOON) == 1


@pytest.mark.parametrize("written_before", [True, False])
async def test_a_family_whose_child_is_enrolled_is_not_asked_for_a_proof(
    world: Any, sandbox_clock: Any, written_before: bool
) -> None:
    queued = await claiming(world)
    if not written_before:
        await decides(world, await until(world, 40), queued.application_id)
    await world.hears(called(queued))
    enrolled = step(ReferralAccepted, queued, ApplicationStatus.ENROLLED)
    await world.hears(enrolled, version=2)
    if written_before:
        await decides(world, await until(world, 40), queued.application_id)
    sandbox_clock.move(timedelta(days=60))
    await world.fires()
    assert await reasons(world) == [Reason.BENEFIT_CONFIRMED]
    async with world.database.read() as tx:
        assert await tx.value(sa.text("select count(*) from deadline")) == 0


async def has_longer(world: Any, *days: date, version: int) -> None:
    """The years of these days as they are published with the days free."""
    for year in sorted({each.year for each in days}):
        free = tuple(each for each in days if each.year == year)
        known = {"holidays": holidays_of(year), "worked": (), "confirmed": True}
        await world.hears(CalendarPublished(year=year, version=version, free=free, **known), version=version)


@pytest.mark.parametrize("job_comes_first", [True, False])
async def test_a_day_off_lengthens_the_time_for_a_proof(world: Any, sandbox_clock: Any, job_comes_first: bool) -> None:
    await proved_at_call(world)
    assert (await world.applies(benefits=[{"code": "serviceman"}])).status_code == 200
    (queued,) = await told(world, ApplicationQueued)
    await world.hears(called(queued))
    (asked,) = await told(world, ClaimChanged)
    last_day = asked.last_day
    free = [last_day, last_day + timedelta(days=1)]
    await has_longer(world, *free, version=8)
    if job_comes_first:
        await world.works()
        await world.works()
    sandbox_clock.move(midnight_after(last_day) - world.database.clock.now() + timedelta(minutes=1))
    await world.fires()
    ends = [each.last_day for each in await told(world, ClaimChanged)]
    assert ends[0] == last_day
    assert len(ends) == 2
    assert ends[1] > max(free)
    assert await classes(world) == [QueueClass.EXTRAORDINARY], "the family still has its time"
    assert [each.ends[0].at for each in await told(world, ApplicationChanged)] == [midnight_after(day) for day in ends]
    sandbox_clock.move(timedelta(days=9))
    await world.fires()
    assert await classes(world) == [QueueClass.EXTRAORDINARY, QueueClass.GENERAL]


async def desk(world: Any) -> list[tuple[date, bool]]:
    items = (await world.api.by(OFFICER).get("/desk")).json()["items"]
    return [(last_day_of(datetime.fromisoformat(each["due_at"])), each["overdue"]) for each in items]


@pytest.mark.parametrize("years_out_of_order", [True, False])
async def test_a_day_off_lengthens_the_officers_term_and_a_day_taken_back_leaves_it(
    world: Any, sandbox_clock: Any, years_out_of_order: bool
) -> None:
    queued = await claiming(world)
    ((last_day, _),) = await desk(world)
    if years_out_of_order:
        await has_longer(world, date(last_day.year + 1, 7, 1), version=9)
        await world.works()
    await has_longer(world, last_day, version=8)
    await world.works()
    ((moved, overdue),) = await desk(world)
    assert moved > last_day
    assert not overdue
    assert (await world.tabs(str(queued.application_id)))["history"][-1]["code"] == "review_moved"
    assert await told(world, ClaimChanged) == [], "nobody has anything to do"
    await has_longer(world, date(last_day.year, 1, 1), version=10)
    await world.works()
    assert await desk(world) == [(moved, False)]
    sandbox_clock.move(midnight_after(last_day) - world.database.clock.now())
    await world.fires()
    assert await desk(world) == [(moved, False)]
    sandbox_clock.move(midnight_after(moved) - world.database.clock.now())
    await world.fires()
    assert await desk(world) == [(moved, True)]
    async with world.database.read() as tx:
        assert await tx.value(sa.text("select count(*) from deadline")) == 0


async def test_papers_that_are_decided_have_no_term_left(world: Any) -> None:
    queued = await claiming(world)
    await decides(world, ASK, queued.application_id)
    async with world.database.read() as tx:
        assert await tx.value(sa.text("select count(*) from deadline")) == 0


async def twins(world: Any, **changed: Any) -> tuple[Actor, list[ApplicationQueued]]:
    """Twins queued with one benefit; the one whose claim holds the papers first."""
    by_birth: dict[Any, list[Any]] = {}
    for child in world.outside.inside.people.select(role=Role.CHILD, district="1134", born=2023):
        by_birth.setdefault((child.person.parents, child.person.birth_date), []).append(child.person)
    one, two = next(pair for pair in by_birth.values() if len(pair) == 2)
    mother = an_actor(iin=one.parents[0])
    changed = {"benefits": scanned(world, mother), **changed}
    await world.applies(mother, child_iin=one.iin, twins=[two.iin], separate_places=True, **changed)
    return mother, await told(world, ApplicationQueued)


async def answers(world: Any, mother: Actor, application_id: UUID) -> Any:
    async with world.database.read() as tx:
        claim_id = await tx.value(sa.text("select id from claim where application_id = :of"), {"of": application_id})
    body = {"files": [world.scan(FilePurpose.BENEFIT_PROOF, mother)]}
    return await world.api.by(mother).post(f"/applications/{application_id}/claims/{claim_id}/papers", json=body)


async def listed(world: Any, **asked: str) -> list[str]:
    answer = await world.api.by(OFFICER).get("/desk", params=asked)
    return [each["application_id"] for each in answer.json()["items"]]


@pytest.mark.parametrize("over", [0, 1])
async def test_twins_papers_stay_on_the_desk_and_are_kept_when_one_of_them_is_over(world: Any, over: int) -> None:
    mother, queued = await twins(world)
    assert await listed(world) == [str(queued[0].application_id)]
    closed = step(Closed, queued[over], ApplicationStatus.WITHDRAWN, over=True)
    await world.hears(closed)
    left = queued[1 - over].application_id
    assert await listed(world) == [str(left)]
    await decides(world, ASK, left)
    assert (await listed(world), await listed(world, state="better_copy_asked")) == ([], [str(left)])
    assert (await answers(world, mother, left)).json()["state"] == "waiting"
    kept = await told(world, ApplicationsFileKept)
    assert len({each.file_id for each in kept}) == len(kept) == 2
    assert {each.about for each in kept} == {kept[0].about}


async def test_a_better_copy_of_twins_is_told_once(world: Any) -> None:
    mother, (first, _) = await twins(world)
    await decides(world, ASK, first.application_id)
    await answers(world, mother, first.application_id)
    assert len(await told(world, ApplicationsFileKept)) == 2


async def test_a_twin_called_later_proves_the_benefit_though_the_first_did_not(world: Any, sandbox_clock: Any) -> None:
    await proved_at_call(world)
    mother, (first, second) = await twins(world, benefits=[{"code": "serviceman"}])
    await world.hears(called(first))
    sandbox_clock.move(timedelta(days=15))
    await world.fires()
    await world.hears(called(second))
    assert (await answers(world, mother, second.application_id)).json()["state"] == "waiting"
    assert await shown(world, first.application_id, mother) == [("expired", True)]
    await decides(world, await until(world, 90), second.application_id)
    states = {str(each.application_id): each.state for each in await told(world, ClaimChanged)}
    assert states[str(second.application_id)] is ClaimState.CONFIRMED


async def shown(world: Any, application_id: UUID, mother: Actor | None = None) -> list[tuple[str, bool]]:
    claims = (await world.tabs(str(application_id), mother))["claims"]
    return [(each["state"], each["takes_papers"]) for each in claims]


async def decides_last(world: Any, verdict: Verdict) -> None:
    async with world.database.write() as tx:
        claim_id = await tx.value(sa.text("select id from claim order by submitted_at desc, id desc limit 1"))
        await decide_claim(tx, claim_id, verdict, new_id(), tx.now())


async def classes(world: Any) -> list[QueueClass]:
    """In which classes children have come to stand, one after the other."""
    stood = [(each.application_id, each.queue_class) for each in await told(world, ApplicationChanged)]
    return [queue_class for (_, queue_class), _ in groupby(stood)]


async def test_a_benefit_that_ran_out_is_proved_anew_and_keeps_the_time(world: Any, sandbox_clock: Any) -> None:
    queued = await claiming(world)
    await decides(world, await until(world, 40), queued.application_id)
    assert await shown(world, queued.application_id) == [("confirmed", False)]
    assert (await answers(world, world.mother, queued.application_id)).json()["code"] == "claim_asks_nothing"
    sandbox_clock.move(timedelta(days=42))
    await world.fires()
    assert await shown(world, queued.application_id) == [("expired", True)]
    assert (await answers(world, world.mother, queued.application_id)).json()["state"] == "waiting"
    assert await shown(world, queued.application_id) == [("expired", False), ("waiting", False)]
    assert (await answers(world, world.mother, queued.application_id)).json()["code"] == "claim_asks_nothing"
    assert await listed(world) == [str(queued.application_id)]
    await decides_last(world, await until(world, 90))
    assert await classes(world) == [QueueClass.EXTRAORDINARY, QueueClass.GENERAL, QueueClass.EXTRAORDINARY]
    assert {each.submitted_at for each in await told(world, ApplicationChanged)} == {queued.submitted_at}


@pytest.mark.parametrize("good", [True, False])
async def test_a_proof_sent_before_the_old_one_ends_leaves_no_gap(world: Any, sandbox_clock: Any, good: bool) -> None:
    queued = await claiming(world)
    await decides(world, await until(world, 40), queued.application_id)
    sandbox_clock.move(timedelta(days=12))
    await world.fires()
    assert await shown(world, queued.application_id) == [("confirmed", True)]
    await answers(world, world.mother, queued.application_id)
    await decides_last(world, await until(world, 90) if good else REJECT)
    assert await classes(world) == [QueueClass.EXTRAORDINARY], "what was confirmed counts to its last day"
    sandbox_clock.move(timedelta(days=30))
    await world.fires()
    ended = [] if good else [Reason.BENEFIT_EXPIRED]
    assert [each for each in await reasons(world) if each is Reason.BENEFIT_EXPIRED] == ended
    assert await classes(world) == [QueueClass.EXTRAORDINARY, *([] if good else [QueueClass.GENERAL])]


async def test_a_benefit_that_was_rejected_is_shown_by_other_papers(world: Any) -> None:
    queued = await claiming(world)
    await decides(world, REJECT, queued.application_id)
    assert (await answers(world, world.mother, queued.application_id)).json()["state"] == "waiting"
    async with world.database.read() as tx:
        claim = await tx.row(sa.text("select * from claim order by submitted_at desc limit 1"))
    assert (claim.provisional, claim.benefit, claim.queue_class) == (False, "serviceman", "extraordinary")
    assert claim.due_at > claim.submitted_at


async def test_twins_prove_anew_together(world: Any, sandbox_clock: Any) -> None:
    mother, (first, second) = await twins(world)
    await decides(world, REJECT, first.application_id)
    assert (await answers(world, mother, second.application_id)).json()["state"] == "waiting"
    for each in (first, second):
        assert await shown(world, each.application_id, mother) == [("rejected", False), ("waiting", False)]
    await decides_last(world, await until(world, 90))
    assert await classes(world) == [QueueClass.EXTRAORDINARY] * 2
    assert len(await told(world, ApplicationsFileKept)) == 2


async def test_nothing_is_proved_anew_once_the_child_is_enrolled(world: Any) -> None:
    queued = await claiming(world)
    await decides(world, REJECT, queued.application_id)
    await world.hears(called(queued))
    await world.hears(step(ReferralAccepted, queued, ApplicationStatus.ENROLLED), version=2)
    assert await shown(world, queued.application_id) == [("rejected", False)]
    assert (await answers(world, world.mother, queued.application_id)).json()["code"] == "claim_asks_nothing"
