"""What a day on the sheet says, and what its digest covers (domain §8.sheet)."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from kezek.contracts.values import Person
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, SheetDay
from kezek.kindergartens.domain.attendance import AbsenceReason, Day, Mark, MarkedBy, MarkKind, Presence
from kezek.kindergartens.domain.roster import EnrolledChild, Enrolment, Group
from kezek.kindergartens.domain.sheet import Cell, SheetLine, cell_of, check_closable, days_of, digest_of
from kezek.platform.errors import RuleBrokenError

DAY, SOMEBODY = date(2026, 2, 3), UUID(int=1)
GROUP = Group(2022, InstructionLanguage.KAZAKH, GroupKind.GENERAL)
CAME = datetime(2026, 2, 3, 3, 12, tzinfo=UTC)
MARK = Mark(SOMEBODY, SOMEBODY, SOMEBODY, MarkKind.ARRIVAL, CAME, CAME, CAME, MarkedBy.PARENT, SOMEBODY)
AWAITED = Day(Presence.AWAITED)


def line(*cells: Cell, of: int = 1) -> SheetLine:
    stay = Enrolment(UUID(int=of), UUID(int=of), None, None, SOMEBODY, "1110", SOMEBODY, "1000000101", GROUP, CAME)
    child = Person(iin="220101500001", surname="Үлгіев", given_name="Ғани")
    return SheetLine(EnrolledChild(stay, child, date(2022, 1, 1), "10.UO.2026.00001.1"), cells)


@pytest.mark.parametrize(
    ("made", "absence", "worked", "says"),
    [
        (None, AbsenceReason.ILLNESS, True, SheetDay.OUT),
        (Day(Presence.THERE, MARK), AbsenceReason.ILLNESS, False, SheetDay.PRESENT),
        (AWAITED, AbsenceReason.ILLNESS, True, SheetDay.ILLNESS),
        (AWAITED, AbsenceReason.LEAVE, True, SheetDay.LEAVE),
        (AWAITED, AbsenceReason.LEAVE, False, SheetDay.FREE),
        (AWAITED, AbsenceReason.OTHER, True, SheetDay.OTHER),
        (AWAITED, None, True, SheetDay.UNMARKED),
        (AWAITED, None, False, SheetDay.FREE),
    ],
)
def test_who_was_marked_was_there_and_a_day_not_worked_lacks_nothing(
    made: Day | None, absence: AbsenceReason | None, worked: bool, says: SheetDay
) -> None:
    assert cell_of(DAY, made, absence, worked=worked).says is says


def test_the_digest_covers_every_minute_and_no_order() -> None:
    came, other = Cell(DAY, SheetDay.PRESENT, CAME), Cell(DAY, SheetDay.UNMARKED)
    later = Cell(DAY, SheetDay.PRESENT, CAME + timedelta(minutes=1))
    first = digest_of(SOMEBODY, GROUP, DAY, [line(came), line(other, of=2)])
    assert first == digest_of(SOMEBODY, GROUP, DAY, [line(other, of=2), line(came)])
    different = (
        digest_of(SOMEBODY, GROUP, DAY, [line(later), line(other, of=2)]),
        digest_of(SOMEBODY, GROUP, DAY, [line(came)]),
        digest_of(SOMEBODY, GROUP, date(2026, 3, 3), [line(came), line(other, of=2)]),
        digest_of(UUID(int=9), GROUP, DAY, [line(came), line(other, of=2)]),
    )
    assert len({first, *different}) == 5


def test_a_month_is_closed_from_its_last_days_end_on() -> None:
    assert (len(days_of(DAY)), days_of(DAY)[-1]) == (28, date(2026, 2, 28))
    with pytest.raises(RuleBrokenError, match="sheet_month_not_over"):
        check_closable(DAY, date(2026, 2, 28), [line()])
    check_closable(DAY, date(2026, 3, 1), [line()])
    with pytest.raises(RuleBrokenError, match="sheet_empty"):
        check_closable(DAY, date(2026, 3, 1), [])
