"""No public figure gives a small number away, neither by itself nor by what stands beside it (domain §5.figures)."""

from hypothesis import given
from hypothesis import strategies as st

from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import GroupKind
from kezek.queue.domain.figures import Figures, ShownFigures, shown
from kezek.queue.domain.order import Counts

REF = QueueRef(district="1110", kind=GroupKind.GENERAL, group_year=2022)
MANY = st.integers(0, 30)


def told(extraordinary: int, priority: int, general: int, called: int = 0, least: int = 5) -> ShownFigures:
    (found,) = shown([Figures(REF, Counts(extraordinary, priority, general), called, 3, 1)], least)
    return found


def possible(found: ShownFigures, least: int) -> set[tuple[int, int, int]]:
    """All classes' numbers that would have been told so."""
    upper = (found.waiting if found.waiting is not None else least) + 1
    return {
        (e, p, g)
        for e in range(upper)
        for p in range(upper)
        for g in range(upper)
        if told(e, p, g, found.called or 0, least) == found
    }


@given(MANY, MANY, MANY, st.integers(1, 10))
def test_a_small_number_is_told_nowhere(e: int, p: int, g: int, least: int) -> None:
    found = told(e, p, g, least=least)
    numbers = [found.waiting, *((e, p, g) if found.by_class else ())]
    assert all(number is None or number == 0 or number >= least for number in numbers)


@given(st.integers(0, 8), st.integers(0, 8), st.integers(0, 8), st.integers(2, 5))
def test_what_is_hidden_does_not_follow_from_what_is_told(e: int, p: int, g: int, least: int) -> None:
    found = told(e, p, g, least=least)
    if found.by_class is None:
        assert len(possible(found, least)) > 1


def test_enough_of_each_class_is_told_and_an_empty_class_as_well() -> None:
    assert told(0, 5, 20).by_class == Counts(0, 5, 20)
    assert told(0, 4, 20) == ShownFigures(REF, waiting=24, by_class=None, called=0, free=3, free_choice=1)


def test_who_is_called_is_hidden_below_the_least() -> None:
    assert [told(0, 0, 9, called=many).called for many in (0, 1, 4, 5)] == [0, None, None, 5]
