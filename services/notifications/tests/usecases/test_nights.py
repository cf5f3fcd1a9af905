"""Between 22:00 and 8:00 in Kazakhstan nobody is woken by a notice (domain §6.2)."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from kezek.contracts.applications import ApplicationRejected, ApplicationSubmitted
from kezek.contracts.law import Reason
from kezek.contracts.notifications import MessageFailed, MessageSent
from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.queue import PolicyPublished
from kezek.contracts.referrals import (
    Closed,
    DeadlineMoved,
    PapersReturned,
    ReferralIssued,
    StopListed,
    TermEndsSoon,
    TurnEnded,
    TurnStarted,
)
from kezek.contracts.vocabulary import ApplicationStatus
from kezek.notifications.usecases.wait_for_morning import release
from kezek.platform.testing import MovableClock, published
from kezek.platform.timers import Timers
from kezek.platform.workdays import local_day, next_at


async def no_acts(_: Any) -> None: ...


class Night:
    """The clock of the rules, and what wakes in the morning."""

    def __init__(self, post: Any, clock: MovableClock) -> None:
        self._post = post
        self._clock = clock

    def falls(self) -> datetime:
        self._clock.move_to(next_at(self._clock.now(), time(22)) + timedelta(minutes=30))
        return self._clock.now()

    async def passes(self) -> None:
        self._clock.move_to(next_at(self._clock.now(), time(8)))
        await self.wakes()

    async def wakes(self) -> None:
        timers = Timers(self._post.database, self._clock, release, no_acts)
        while await timers.fire_due():
            pass


@pytest.fixture
def night(post: Any, sandbox_clock: MovableClock) -> Night:
    return Night(post, sandbox_clock)


async def unfinished(post: Any) -> int:
    """What the worker's status counts as work that is left."""
    async with post.database.read() as tx:
        return int(await tx.value(sa.text("select count(*) from job where run_at < 'infinity'")))


async def test_a_day_moved_at_night_overtakes_what_waited_and_says_all_that_is_to_be_done(
    post: Any, known: Any, night: Any
) -> None:
    at = night.falls()
    await post.hears(known.step(TurnStarted, ApplicationStatus.NOTIFIED, turn=known.turn()), occurred_at=at)
    assert await post.sends() == 0
    moved = known.step(DeadlineMoved, ApplicationStatus.NOTIFIED, turn=known.turn())
    await post.hears(moved, version=2, occurred_at=at)
    assert await post.sends() == 0
    await night.passes()
    await post.sends()
    (sms,) = await post.outside.sms(known.phone)
    assert "подошла ваша очередь. Срок продлён, выберите до 24:00 26.11.2026" in sms.text


async def test_a_notice_of_the_night_waits_until_eight_and_is_then_told_once(post: Any, known: Any, night: Any) -> None:
    at = night.falls()
    await post.hears(known.step(TurnStarted, ApplicationStatus.NOTIFIED, turn=known.turn()), occurred_at=at)
    assert await post.sends() == 0
    assert await unfinished(post) == 0, "nothing hangs"
    await night.wakes()
    assert await post.sends() == 0, "it is night still"
    await night.passes()
    assert await post.sends() == 2
    assert len(await post.outside.sms(known.phone)) == 1
    assert await post.states() == {"sms": "sent", "email": "sent"}
    assert await post.sends() == 0


async def test_the_last_minute_of_the_evening_is_not_night(post: Any, known: Any, sandbox_clock: MovableClock) -> None:
    sandbox_clock.move_to(next_at(sandbox_clock.now(), time(22)) - timedelta(minutes=1))
    at = sandbox_clock.now()
    await post.hears(known.step(TurnStarted, ApplicationStatus.NOTIFIED, turn=known.turn()), occurred_at=at)
    assert await post.sends() == 2


async def test_a_turn_that_ended_in_the_night_is_not_told(post: Any, known: Any, night: Any) -> None:
    at = night.falls()
    await post.hears(known.step(TurnStarted, ApplicationStatus.NOTIFIED, turn=known.turn()), occurred_at=at)
    await post.sends()
    await post.hears(known.step(TurnEnded, ApplicationStatus.QUEUED), version=2, occurred_at=at)
    await night.passes()
    assert await post.sends() == 0
    assert await post.states() == {"sms": "overtaken", "email": "overtaken"}
    assert await post.waiting() == 0
    told = [each.event for each in await published(post.database)]
    assert [each for each in told if isinstance(each, MessageSent | MessageFailed)] == []


async def test_of_what_happened_in_the_night_the_newest_is_told(post: Any, known: Any, night: Any) -> None:
    at = night.falls()
    await post.hears(known.step(TurnStarted, ApplicationStatus.NOTIFIED, turn=known.turn()), occurred_at=at)
    await post.sends()
    issued = known.step(ReferralIssued, ApplicationStatus.REFERRED, referral=known.referral())
    await post.hears(issued, version=2, occurred_at=at)
    await post.sends()
    await night.passes()
    await post.sends()
    (sms,) = await post.outside.sms(known.phone)
    assert "1000000101" in sms.text


async def test_what_the_evening_could_not_send_waits_and_its_gateway_is_asked_first(
    post: Any, known: Any, night: Any
) -> None:
    await post.outside.is_("sms", "drop", count=1)
    await post.hears(known.step(TurnStarted, ApplicationStatus.NOTIFIED, turn=known.turn()))
    await post.sends()
    at = night.falls()
    await post.time_passes()
    assert await post.sends() == 0
    await post.hears(known.step(TurnEnded, ApplicationStatus.QUEUED), version=2, occurred_at=at)
    assert (await post.states())["sms"] == "sending", "it may have been told: that cannot be taken back"
    await night.passes()
    await post.sends()
    assert len(await post.outside.sms(known.phone)) == 1
    assert (await post.states())["sms"] == "sent"


async def test_papers_returned_at_night_are_told_of_though_the_term_ends_with_it(
    post: Any, known: Any, night: Any
) -> None:
    at = night.falls()
    referral = known.referral()
    returned = known.step(PapersReturned, ApplicationStatus.REFERRED, referral=referral, reason="papers_returned")
    await post.hears(returned, occurred_at=at)
    soon = known.step(TermEndsSoon, ApplicationStatus.REFERRED, referral=referral, reason="referral_due_soon")
    await post.hears(soon, version=2, occurred_at=at)
    await night.passes()
    await post.sends()
    told = [sms.text for sms in await post.outside.sms(known.phone)]
    assert len(told) == 2
    assert "документы" in told[0]


async def test_changed_contacts_are_told_in_the_morning_whatever_happened_meanwhile(
    post: Any, known: Any, night: Any
) -> None:
    at = night.falls()
    changed = known.card.model_copy(update={"phone": type(known)().phone})
    await post.hears(changed, version=2, occurred_at=at)
    assert await post.sends() == 0
    await post.hears(known.step(TurnEnded, ApplicationStatus.QUEUED), occurred_at=at)
    await night.passes()
    assert await post.sends() == 1
    assert len(await post.outside.sms(known.phone)) == 1


async def test_the_hours_are_those_of_the_regions_policy(post: Any, known: Any, night: Any) -> None:
    at = night.falls()
    policy = replace(REFERRAL_PROFILE, id="region-2", quiet_from_hour=0)
    heard = PolicyPublished(district=None, version=2, in_force_from=local_day(at), policy=policy)
    await post.hears(heard, version=2)
    await post.hears(known.step(TurnStarted, ApplicationStatus.NOTIFIED, turn=known.turn()), occurred_at=at)
    assert await post.sends() > 0, "half past ten is no night here"


async def test_a_call_of_the_same_night_does_not_take_back_what_is_told_of_papers(
    post: Any, known: Any, night: Any
) -> None:
    at = night.falls()
    await post.hears(known.claim(Reason.BENEFIT_ENDS_SOON), occurred_at=at)
    await post.sends()
    await post.hears(known.step(TurnStarted, ApplicationStatus.NOTIFIED, turn=known.turn()), occurred_at=at)
    await post.sends()
    await night.passes()
    await post.sends()
    told = " ".join(sms.text for sms in await post.outside.sms(known.phone))
    assert "документ о льготе действует по 20.12.2026" in told
    assert "подошла ваша очередь" in told


@pytest.mark.parametrize(("reason", "messages"), [(Reason.WITHDRAWN, 1), (Reason.MOVED, 2)])
async def test_of_papers_nothing_is_told_when_the_application_is_over_unless_they_go_along(
    post: Any, known: Any, night: Any, reason: Reason, messages: int
) -> None:
    at = night.falls()
    await post.hears(known.claim(Reason.BENEFIT_PROOF_DUE), occurred_at=at)
    await post.sends()
    await post.hears(known.step(Closed, ApplicationStatus.REMOVED, reason=reason, over=True), occurred_at=at)
    await night.passes()
    await post.sends()
    assert len(await post.outside.sms(known.phone)) == messages


async def test_a_bereaved_family_is_told_nothing_any_more(post: Any, known: Any, night: Any) -> None:
    at = night.falls()
    await post.hears(known.claim(Reason.BENEFIT_PROOF_DUE), occurred_at=at)
    await post.hears(known.card.model_copy(update={"phone": type(known)().phone}), version=2, occurred_at=at)
    await post.sends()
    over = known.step(Closed, ApplicationStatus.REMOVED, reason=Reason.CHILD_NOT_ALIVE, over=True)
    await post.hears(over, occurred_at=at)
    await night.passes()
    assert await post.sends() == 0
    assert await post.waiting() == 0


async def test_nor_is_one_whose_child_died_before_it_was_queued(post: Any, known: Any, night: Any) -> None:
    at = night.falls()
    await post.hears(known.before_the_queue(ApplicationSubmitted, ApplicationStatus.SUBMITTED), occurred_at=at)
    await post.sends()
    rejected = known.before_the_queue(ApplicationRejected, ApplicationStatus.REJECTED, Reason.CHILD_NOT_ALIVE)
    await post.hears(rejected, version=2, occurred_at=at)
    await night.passes()
    assert await post.sends() == 0
    assert await post.states() == {"sms": "overtaken", "email": "overtaken"}


async def test_a_stop_list_moved_in_the_night_still_says_that_the_referral_is_void(
    post: Any, known: Any, night: Any
) -> None:
    at, until = night.falls(), datetime(2026, 12, 15, 19, tzinfo=UTC)
    for version, kind in enumerate((StopListed, DeadlineMoved), 1):
        listed = known.step(kind, ApplicationStatus.STOP_LISTED, misses=1, stop_listed_until=until)
        await post.hears(listed, version=version, occurred_at=at)
        await post.sends()
    await night.passes()
    await post.sends()
    (sms,), (mail,) = await post.outside.sms(known.phone), await post.outside.mail(known.email)
    assert "направление истекло" in sms.text
    assert "Срок прежнего направления истёк, оно недействительно." in mail.text
