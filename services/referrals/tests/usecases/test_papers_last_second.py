"""Papers in the term's last second, many times over: the receipt's instant decides, and each referral has one end.

`KEZEK_TIMES` says how many referrals, 24 unless it does.
"""

import asyncio
import os
from collections import defaultdict
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from services.referrals.tests.usecases.admitting import (
    MINUTE,
    found_admission,
    goes_by_vouchers,
    handed_in,
    paper_return,
    papers,
    referral,
)

from kezek.contracts.file_use import ReferralsFileKept
from kezek.contracts.referrals import PapersReturned, PapersSubmitted, ReferralExpired
from kezek.contracts.vocabulary import AdmissionState as State
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform import tables as platform_tables
from kezek.platform.errors import Refusal
from kezek.platform.workdays import local_day

TIMES = int(os.environ.get("KEZEK_TIMES", "24"))
ENDS = (PapersSubmitted, PapersReturned, ReferralExpired)
BEFORE = timedelta(seconds=1)
AT_ONCE = 4


@pytest.fixture
async def referred(play: Any) -> Any:
    """Children by name whose referrals all end at one instant."""
    await goes_by_vouchers(play)
    for number in range(TIMES):
        await play.child(f"c{number}")
    for name, place in zip(list(play.families), await play.opened(TIMES), strict=True):
        await play.chooses(name, place)
    return play


async def arrive_around(play: Any, acts: list[Any], instant: datetime) -> None:
    """Signatures come some at once from a second before the instant on; of every other one the process dies then."""
    some = asyncio.Semaphore(AT_ONCE)

    async def comes(number: int, act: Any) -> None:
        async with some:
            await arrives(play, act, dies=number % 2 == 1)

    play.clock.move_to(instant - BEFORE)
    await asyncio.gather(*(comes(number, act) for number, act in enumerate(acts[:-1])), play.fires())
    if play.clock.now() < instant:
        play.clock.move_to(instant)
    await arrives(play, acts[-1], dies=False)
    await play.acts.finish_received([act.subject for act in acts])
    await play.fires()


async def arrives(play: Any, act: Any, *, dies: bool) -> None:
    """A signature is received, and its process dies with that or goes on while all that is due fires."""
    if dies:
        await play.receives(act)
        return
    signed, _ = await asyncio.gather(play.signed(act), play.fires(), return_exceptions=True)
    assert not isinstance(signed, BaseException) or isinstance(signed, Refusal), signed


async def received(play: Any) -> dict[UUID, datetime]:
    """When each act was received, as PostgreSQL's clock says."""
    return {row.act_id: row.received_at for row in await play.rows(platform_tables.act_receipt)}


async def ends(play: Any) -> dict[UUID, list[type]]:
    """What became of each application's referral, as it was told."""
    told = defaultdict(list)
    for event in await play.events(*ENDS):
        told[event.application_id].append(type(event))
    return told


async def test_papers_around_the_end_have_the_one_end_that_their_receipt_says(referred: Any) -> None:
    play, names = referred, list(referred.families)
    ends_at = (await referral(play, names[0])).term.ends_at
    play.clock.move_to(ends_at - MINUTE)
    acts = {name: await papers(play, name) for name in names}
    await arrive_around(play, list(acts.values()), ends_at)
    told, at = await ends(play), await received(play)
    in_time = {name for name, act in acts.items() if at[act.id] < ends_at}
    assert 0 < len(in_time) < TIMES
    for name in names:
        candidate, admission = await play.candidate(name), await found_admission(play, name)
        if name in in_time:
            assert told[candidate.application_id] == [PapersSubmitted]
            assert admission is not None
            assert (candidate.status, admission.state) == (Status.PAPERS_SUBMITTED, State.SUBMITTED)
        else:
            assert told[candidate.application_id] == [ReferralExpired]
            assert admission is not None
            assert (candidate.status, admission.state, admission.files) == (Status.INACTIVE, State.ARCHIVED, {})
            assert admission.ended_at == ends_at
    numbers = {(await handed_in(play, name)).number.rsplit(".", 1)[1] for name in names}
    assert numbers == {str(each) for each in range(1, TIMES + 1)}, "none is skipped, none is given twice"
    assert len(await play.events(ReferralsFileKept)) == 3 * len(in_time), "of late papers no file is kept"


async def test_papers_returned_while_the_term_would_end_live_on_with_the_days_that_were_left(referred: Any) -> None:
    play, names = referred, list(referred.families)
    ends_at = (await referral(play, names[0])).term.ends_at
    play.clock.move_to(ends_at - MINUTE)
    for name in names:
        await play.signed(await papers(play, name))
    acts = {name: await paper_return(play, name=name) for name in names}
    await arrive_around(play, list(acts.values()), ends_at)
    told, at = await ends(play), await received(play)
    for name in names:
        candidate = await play.candidate(name)
        assert told[candidate.application_id] == [PapersSubmitted, PapersReturned]
        assert (candidate.status, (await handed_in(play, name)).state) == (Status.REFERRED, State.REJECTED)
        assert candidate.referral.term.last_day > local_day(at[acts[name].id]), "the begun day is given back whole"
    await play.at(max([(await referral(play, name)).term.ends_at for name in names]))
    assert {(await play.candidate(name)).status for name in names} == {Status.INACTIVE}
    assert {(await handed_in(play, name)).state for name in names} == {State.ARCHIVED}
