"""Who may take a place."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from kezek.referrals.domain.place import Place, PlaceStatus, can_be_chosen_by, hold, offer_again, open_to_all

ID, OTHER = UUID(int=1), UUID(int=2)
QUEUE = "1110.general.2023"
OFFERED = Place(ID, ID, 1, ID, QUEUE, "kk", datetime(2027, 2, 1, tzinfo=UTC))
HELD, OPEN = hold(OFFERED, ID), open_to_all(hold(OFFERED, ID))


def test_held_for_one_open_to_all_of_the_queue() -> None:
    assert can_be_chosen_by(HELD, ID, QUEUE)
    assert not can_be_chosen_by(HELD, OTHER, QUEUE)
    assert can_be_chosen_by(OPEN, OTHER, QUEUE)
    assert not can_be_chosen_by(OPEN, ID, "1110.general.2022")
    assert not can_be_chosen_by(OFFERED, ID, QUEUE)


@pytest.mark.parametrize("place", [OFFERED, HELD, OPEN])
def test_offered_again_under_the_next_number_without_a_holder(place: Place) -> None:
    again = offer_again(place)
    assert (again.status, again.offer, again.holder) == (PlaceStatus.OFFERED, 2, None)
