from datetime import UTC, datetime

import pytest

from kezek.contracts.ids import new_id
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import Ownership, RefusalReason
from kezek.kindergartens.domain.account_request import (
    REQUEST_STATE_WORDS,
    TRANSITIONS,
    AccountRequest,
    Bilingual,
    Owner,
    Proposal,
    RequestMove,
    RequestState,
    approve,
    refuse,
)
from kezek.platform.errors import RuleBrokenError
from kezek.platform.transitions import ImpossibleTransitionError

NOW = datetime(2026, 11, 21, tzinfo=UTC)
SOMEBODY = new_id()
DECIDED = {RequestMove.APPROVE: RequestState.APPROVED, RequestMove.REFUSE: RequestState.REFUSED}
NAME = Text("Бәйтерек", "Байтерек", "Baiterek")


def request() -> AccountRequest:
    owner = Owner("991399000009", "77990000001", "made-up@example.kz", "kk")
    name = Bilingual("Бәйтерек", "Байтерек")
    return AccountRequest(new_id(), 42, Proposal("1110", name, name, "77990000002", None, Ownership.STATE, owner), NOW)


def test_approved_it_names_the_kindergarten_and_who_decided() -> None:
    garden = new_id()
    approved = approve(request(), garden, NAME, SOMEBODY, NOW).request
    assert (approved.state, approved.kindergarten_id, approved.decided_by) == (RequestState.APPROVED, garden, SOMEBODY)


def test_refused_it_names_the_reason() -> None:
    decision = refuse(request(), RefusalReason.DATA_WRONG, " телефон ", SOMEBODY, NOW)
    refused = decision.request
    assert decision.told_as.ru == request().proposal.name.ru
    assert (refused.state, refused.reason, refused.remark) == (
        RequestState.REFUSED,
        RefusalReason.DATA_WRONG,
        "телефон",
    )


def test_what_is_decided_stays_decided() -> None:
    decided = [
        approve(request(), new_id(), NAME, SOMEBODY, NOW).request,
        refuse(request(), RefusalReason.OTHER, "жоқ", SOMEBODY, NOW).request,
    ]
    for each in decided:
        with pytest.raises(RuleBrokenError, match="account_request_decided"):
            approve(each, new_id(), NAME, SOMEBODY, NOW)
        with pytest.raises(RuleBrokenError, match="account_request_decided"):
            refuse(each, RefusalReason.DATA_WRONG, "", SOMEBODY, NOW)


@pytest.mark.parametrize("move", RequestMove)
@pytest.mark.parametrize("state", RequestState)
def test_only_what_is_open_can_be_decided(state: RequestState, move: RequestMove) -> None:
    if state is RequestState.OPEN:
        assert TRANSITIONS.after(state, move) is DECIDED[move]
    else:
        with pytest.raises(ImpossibleTransitionError, match=f"{move.value} is impossible while {state.value}"):
            TRANSITIONS.after(state, move)


@pytest.mark.parametrize("remark", ["", "  "])
def test_another_reason_needs_to_be_told(remark: str) -> None:
    with pytest.raises(RuleBrokenError, match="remark_required"):
        refuse(request(), RefusalReason.OTHER, remark, SOMEBODY, NOW)


def test_nothing_of_the_person_stands_in_a_representation() -> None:
    assert not [word for word in ("991399000009", "77990000001", "made-up@") if word in repr(request())]


def test_the_number_has_leading_zeros() -> None:
    assert request().number == "000042"


def test_every_state_has_words() -> None:
    assert set(REQUEST_STATE_WORDS) == set(RequestState)
