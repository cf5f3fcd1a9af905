"""An enrolled child that asks for another kindergarten is swapped into one meanwhile (domain §7.swap, §7.transfer)."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import ChildSwapped
from kezek.contracts.law import Reason
from kezek.contracts.queue import OfferedPlace, RoundAwaited
from kezek.contracts.referrals import Departed, PlacesOffered, ReferralVoided, TurnEnded
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.contracts.vocabulary import InstructionLanguage, PlaceStatus, ReferralStatus
from kezek.platform.testing import deliver

from .test_departures import enrolled  # noqa: TID252  # one way of being enrolled for both
from .test_transfers import asked, by_vouchers, referred, refused  # noqa: TID252  # and one of asking to leave

HERE, THERE, THIRD = "Бәйтерек", "Ақбота", "Құлыншақ"


@pytest.fixture
async def asking(play: Any) -> Any:
    await enrolled(play)
    await asked(play)
    return play


async def swapped(play: Any, to: str = THERE, version: int = 1) -> None:
    """Kindergartens tells that the enrolled child has come there."""
    event = ChildSwapped(
        application_id=play.families["a"].id,
        kindergarten_id=await play.garden(to),
        queue=play.queue,
        language=InstructionLanguage.KAZAKH,
        since=date(2026, 1, 12),
        swap_id=new_id(),
    )
    await deliver(play.database, play.consumers, event, version=version, occurred_at=play.clock.now())


async def not_for(play: Any, place: UUID) -> tuple[int, tuple[UUID, ...]]:
    """For whom the last offer of a place is not, and its number."""
    offers = [each for event in await play.events(PlacesOffered) for each in event.offers]
    (*_, last) = [each for each in offers if each.place.place_id == place]
    return last.place.offer, last.not_for


async def test_a_turn_in_the_kindergarten_it_has_come_to_ends_without_a_miss_and_the_place_goes_on(asking: Any) -> None:
    await by_vouchers(asking)
    (place,) = await asking.offered(1, THERE)
    await asking.called("t", place)
    ends_at = (await asking.candidate("t")).turn.term.ends_at
    await swapped(asking)
    waits, ended = await asking.candidate("t"), await asking.last(TurnEnded)
    assert (waits.status, waits.turn, waits.misses) == (Status.QUEUED, None, 0)
    assert (ended.application_id, ended.reason) == (asking.families["t"].id, Reason.OWN_KINDERGARTEN)
    assert (await asking.place(place)).status is PlaceStatus.OFFERED
    assert (await not_for(asking, place))[1] == (asking.families["t"].id,)
    await asking.at(ends_at + timedelta(days=1))
    after = await asking.candidate("t")
    assert (after.status, after.inactive_until) == (Status.QUEUED, None), "and nothing of that turn runs on"
    (other,) = await asking.offered(1, HERE)
    await asking.called("t", other)
    assert (await asking.candidate("t")).status is Status.NOTIFIED, "the former kindergarten is one to ask for by now"


async def test_a_referral_to_the_kindergarten_it_has_come_to_is_void_without_a_miss(asking: Any) -> None:
    place = await referred(asking)
    acceptance = await asking.acceptance("t", THERE)
    expires = (await asking.candidate("t")).referral.term.ends_at
    await swapped(asking)
    waits, voided = await asking.candidate("t"), await asking.last(ReferralVoided)
    assert (waits.status, waits.referral.status, waits.misses) == (Status.QUEUED, ReferralStatus.VOIDED, 0)
    assert voided.reason is Reason.OWN_KINDERGARTEN
    assert (await asking.place(place)).status is PlaceStatus.OFFERED
    assert await refused(asking.signed(acceptance)) == "referral_not_valid"
    await asking.at(expires)
    assert (await asking.candidate("t")).status is Status.QUEUED
    assert (await asking.candidate("a")).status is Status.ENROLLED
    assert await asking.events(Departed) == []


async def test_a_turn_or_a_referral_elsewhere_goes_on(asking: Any) -> None:
    (place,) = await asking.offered(1, THIRD)
    await asking.called("t", place)
    await swapped(asking)
    assert (await asking.candidate("t")).turn.place_id == place
    await asking.chooses("t", place)
    await swapped(asking, HERE, version=2)
    assert (await asking.candidate("t")).status is Status.REFERRED


async def test_what_waits_for_a_round_is_offered_anew_by_where_the_child_is_now(asking: Any) -> None:
    await by_vouchers(asking)
    mine = asking.families["t"].id
    (former,), (own,) = await asking.offered(), await asking.offered(1, THERE)
    kept = tuple(OfferedPlace(place_id=each, offer=1) for each in (former, own))
    await asking.told(RoundAwaited(queue=asking.queue, places=kept))
    assert (await not_for(asking, former), await not_for(asking, own)) == ((1, (mine,)), (1, ()))
    await swapped(asking)
    assert (await not_for(asking, former), await not_for(asking, own)) == ((2, ()), (2, (mine,)))


async def test_an_older_swap_heard_after_a_newer_one_changes_nothing(asking: Any) -> None:
    await swapped(asking, THIRD, version=3)
    await swapped(asking, THERE, version=2)
    (there,), (third,) = await asking.opened(1, THERE), await asking.opened(1, THIRD)
    assert await refused(asking.prepared("t", third)) == "place_of_own_kindergarten"
    await asking.chooses("t", there)


async def test_of_a_transfer_heard_after_the_swap_the_new_kindergarten_is_left(play: Any) -> None:
    """Whoever asked was told of the former one still; the place that it leaves is named by what is so."""
    await enrolled(play)
    await swapped(play)
    await asked(play)
    (former,), (own,) = await play.opened(), await play.opened(1, THERE)
    assert await refused(play.prepared("t", own)) == "place_of_own_kindergarten"
    await play.chooses("t", former)
    acceptance = await play.acceptance("t", HERE)
    assert f"{THERE} " in acceptance.statement.decode()
    await play.signed(acceptance)
    departed = await play.last(Departed)
    assert (departed.reason, departed.kindergarten_id) == (Reason.TRANSFERRED, play.gardens[THERE])
