"""A swap moves by its table alone; whatever happens to it, each child is in one kindergarten (domain §7.swap)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kezek.contracts.law import Reason
from kezek.contracts.vocabulary import DepartureReason, GroupKind, InstructionLanguage, SwapState
from kezek.kindergartens.domain import swap as swaps
from kezek.kindergartens.domain.roster import Departure, Ending, Enrolment, Group, depart
from kezek.kindergartens.domain.swap import OPEN, Swap
from kezek.platform.errors import RuleBrokenError

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
GROUP = Group(2022, InstructionLanguage.KAZAKH, GroupKind.GENERAL)
IDS = count(1000)


def an_id() -> UUID:
    return UUID(int=next(IDS))


def a_stay(**changed: object) -> Enrolment:
    stay = Enrolment(
        id=an_id(),
        application_id=an_id(),
        applicant_id=an_id(),
        child_id=an_id(),
        kindergarten_id=an_id(),
        district="1110",
        referral_id=an_id(),
        referral_number="1000000101",
        group=GROUP,
        accepted_at=AT - timedelta(days=90),
    )
    return replace(stay, **changed)


def a_swap(first: Enrolment, second: Enrolment) -> Swap:
    return Swap(
        id=an_id(),
        district=first.district,
        group=first.group,
        to_kindergarten_id=second.kindergarten_id,
        first=swaps.side_for(first, AT),
        opened_at=AT,
        expires_at=AT + timedelta(days=14),
        policy="default-1",
        code="ABCD2345",
        state_at=AT,
    )


def joined(first: Enrolment, second: Enrolment) -> Swap:
    return swaps.join(a_swap(first, second), second, AT)


def test_two_approvals_complete_it_in_whichever_order() -> None:
    first, second = a_stay(), a_stay()
    for order in ((first, second), (second, first)):
        one = swaps.approve(joined(first, second), order[0].kindergarten_id, AT)
        assert (one.state, one.reason, one.open) == (SwapState.APPROVED, Reason.SWAP_APPROVED, True)
        both = swaps.approve(one, order[1].kindergarten_id, AT)
        assert (both.state, both.reason, both.version) == (SwapState.DONE, Reason.CHILDREN_SWAPPED, 4)
        assert all(each.approved_at == AT for each in both.sides)


def test_one_kindergarten_approves_once() -> None:
    first, second = a_stay(), a_stay()
    approved = swaps.approve(joined(first, second), first.kindergarten_id, AT)
    with pytest.raises(RuleBrokenError, match="swap_approved_already"):
        swaps.approve(approved, first.kindergarten_id, AT)


def test_no_kindergarten_sees_it_before_both_families_have_signed() -> None:
    first, second = a_stay(), a_stay()
    proposed = a_swap(first, second)
    assert [proposed.side_of(each.kindergarten_id) for each in (first, second)] == [None, None]
    with pytest.raises(LookupError):
        swaps.approve(proposed, first.kindergarten_id, AT)


def test_the_code_serves_once() -> None:
    first, second = a_stay(), a_stay()
    agreed = joined(first, second)
    assert agreed.code is None
    with pytest.raises(RuleBrokenError, match="swap_over"):
        swaps.join(agreed, a_stay(kindergarten_id=second.kindergarten_id), AT)


@pytest.mark.parametrize(
    ("what", "changed"),
    [
        ("kindergarten", {"kindergarten_id": UUID(int=1)}),
        ("district", {"district": "1116"}),
        ("group_year", {"group": replace(GROUP, group_year=2021)}),
        ("language", {"group": replace(GROUP, language=InstructionLanguage.RUSSIAN)}),
        ("kind", {"group": replace(GROUP, kind=GroupKind.CORRECTIONAL)}),
    ],
)
def test_who_does_not_fit_does_not_join(what: str, changed: dict[str, object]) -> None:
    first, second = a_stay(), a_stay()
    with pytest.raises(RuleBrokenError, match=f"swap_other_{what}$"):
        swaps.join(a_swap(first, second), replace(second, **changed), AT)


def test_a_family_does_not_swap_with_itself_nor_inside_a_kindergarten_nor_with_another_district() -> None:
    first, second = a_stay(), a_stay()
    with pytest.raises(RuleBrokenError, match="swap_own"):
        swaps.join(a_swap(first, second), replace(second, applicant_id=first.applicant_id), AT)
    with pytest.raises(RuleBrokenError, match="swap_kindergarten_same"):
        swaps.check_partner(first, first.kindergarten_id, "1110")
    with pytest.raises(RuleBrokenError, match="swap_other_district"):
        swaps.check_partner(first, second.kindergarten_id, "1116")


def test_at_the_end_of_the_term_an_act_is_late() -> None:
    swap = a_swap(a_stay(), a_stay())
    swaps.check_in_time(swap, swap.expires_at - timedelta(microseconds=1))
    with pytest.raises(RuleBrokenError, match="swap_over"):
        swaps.check_in_time(swap, swap.expires_at)


@pytest.mark.parametrize(
    ("reason", "told"),
    [(DepartureReason.MOVED_AWAY, Reason.CHILD_DEPARTED), (DepartureReason.CLOSED, Reason.KINDERGARTEN_CLOSED)],
)
def test_a_child_that_leaves_makes_it_void_with_the_reason(reason: DepartureReason, told: Reason) -> None:
    first, second = a_stay(), a_stay()
    left = depart(first, Departure(date(2026, 11, 23), reason), AT)
    voided = swaps.void(joined(first, second), left, AT)
    assert (voided.state, voided.reason) == (SwapState.VOIDED, told)
    regrouped = replace(second, ended_by=Ending.REGROUPED, ended_on=date(2026, 11, 23), ended_at=AT)
    assert swaps.void(joined(first, second), regrouped, AT).reason is Reason.CHILD_REGROUPED


def test_who_declines_says_why() -> None:
    first, second = a_stay(), a_stay()
    with pytest.raises(RuleBrokenError, match="remark_required"):
        swaps.decline(joined(first, second), first.kindergarten_id, "", AT)
    declined = swaps.decline(joined(first, second), second.kindergarten_id, "орын жоқ", AT)
    assert (declined.state, declined.remark) == (SwapState.DECLINED, "орын жоқ")


def test_exchanged_children_change_kindergartens_and_nothing_else() -> None:
    first, second = a_stay(), a_stay()
    for (ended, begun), child, other in zip(
        swaps.exchange(first, second, (an_id(), an_id()), AT), (first, second), (second, first), strict=True
    ):
        assert (ended.id, ended.ended_by, ended.ended_on) == (child.id, Ending.SWAPPED, date(2026, 11, 23))
        assert (begun.kindergarten_id, begun.since, begun.ended_on) == (other.kindergarten_id, ended.ended_on, None)
        assert (begun.application_id, begun.child_id, begun.group) == (child.application_id, child.child_id, GROUP)
        assert begun.version == child.version + 1


MOVES = st.lists(
    st.sampled_from(["join", "join", "approve first", "approve second", "cancel", "decline", "expire", "void"])
)


@given(MOVES)
def test_whatever_is_done_it_ends_once_and_completes_only_with_all_four_signatures(moves: list[str]) -> None:
    first, second = a_stay(), a_stay()
    left = depart(first, Departure(date(2026, 11, 23), DepartureReason.MOVED_AWAY), AT)
    swap, done = a_swap(first, second), []
    acts = {
        "join": lambda it: swaps.join(it, second, AT),
        "approve first": lambda it: swaps.approve(it, first.kindergarten_id, AT),
        "approve second": lambda it: swaps.approve(it, second.kindergarten_id, AT),
        "cancel": lambda it: swaps.cancel(it, AT),
        "decline": lambda it: swaps.decline(it, second.kindergarten_id, "себебі", AT),
        "expire": swaps.expire,
        "void": lambda it: swaps.void(it, left, AT),
    }
    for move in moves:
        try:
            after = acts[move](swap)
        except (RuleBrokenError, LookupError):
            continue
        assert swap.state in OPEN, "what is over stays as it is"
        assert after.version == swap.version + 1
        assert (after.code is None) == (after.state is not SwapState.PROPOSED)
        swap = after
        done.append(move)
    if swap.state is SwapState.DONE:
        assert sorted(done) == ["approve first", "approve second", "join"]
        assert done[0] == "join"
