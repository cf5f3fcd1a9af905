"""A group's month: what each child's days come to, and when a worker may close it (domain §8.sheet)."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from kezek.contracts.vocabulary import SheetDay
from kezek.kindergartens.domain.attendance import AbsenceReason, Day
from kezek.kindergartens.domain.roster import EnrolledChild, Group
from kezek.platform.errors import RuleBrokenError
from kezek.platform.workdays import month_of

_OF_REASON = {
    AbsenceReason.ILLNESS: SheetDay.ILLNESS,
    AbsenceReason.LEAVE: SheetDay.LEAVE,
    AbsenceReason.OTHER: SheetDay.OTHER,
}


def days_of(month: date) -> list[date]:
    """Each day of the month in which this one is."""
    first, last = month_of(month)
    return [first + timedelta(days=each) for each in range((last - first).days + 1)]


@dataclass(frozen=True)
class Cell:
    """A child's day on the sheet: what it says, and when the child came and left, as far as that was marked."""

    day: date
    says: SheetDay
    came_at: datetime | None = None
    left_at: datetime | None = None


def cell_of(day: date, made: Day | None, absence: AbsenceReason | None, *, worked: bool) -> Cell:
    """What a day says; `made` is None where the child was not in the group.

    Who was marked was there; nobody is absent from a day that is not worked, though an absence spans it.
    """
    if made is None:
        return Cell(day, SheetDay.OUT)
    came = made.arrival.at if made.arrival else None
    left = made.leaving.at if made.leaving else None
    if came or left:
        return Cell(day, SheetDay.PRESENT, came, left)
    if not worked:
        return Cell(day, SheetDay.FREE)
    return Cell(day, SheetDay.UNMARKED if absence is None else _OF_REASON[absence])


@dataclass(frozen=True)
class SheetLine:
    """A child's month in one group."""

    child: EnrolledChild
    cells: tuple[Cell, ...]

    def count(self, says: SheetDay) -> int:
        """How many of its days say this."""
        return Counter(each.says for each in self.cells)[says]

    @property
    def unmarked(self) -> list[date]:
        """The working days of which nobody has said anything."""
        return [each.day for each in self.cells if each.says is SheetDay.UNMARKED]


def as_signed(lines: Sequence[SheetLine], sheets: Sequence["ClosedSheet"]) -> list[SheetLine]:
    """The lines of a month, each day saying what was signed where a sheet counts, whatever is a working day by now."""
    signed = {(each.group, of.application_id): of.days for each in sheets if not each.reopening for of in each.children}
    return [
        _saying(each, signed.get((each.child.enrolment.group, each.child.enrolment.application_id))) for each in lines
    ]


def _saying(line: SheetLine, days: Sequence[SheetDay] | None) -> SheetLine:
    if days is None:
        return line
    return replace(line, cells=tuple(replace(cell, says=says) for cell, says in zip(line.cells, days, strict=True)))


def digest_of(kindergarten_id: UUID, group: Group, month: date, lines: Sequence[SheetLine]) -> str:
    """SHA-256 of the whole sheet: group, month, and of each child every day with its hours, whatever it is called."""
    whole = {
        "kindergarten": str(kindergarten_id),
        "group": [group.group_year, group.language.value, group.kind.value],
        "month": f"{month:%Y-%m}",
        "children": sorted(
            [str(each.child.enrolment.application_id), *(_digested(cell) for cell in each.cells)] for each in lines
        ),
    }
    said = json.dumps(whole, separators=(",", ":"), sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def _digested(cell: Cell) -> list[str]:
    return [cell.says.value, *(each.isoformat() if each else "" for each in (cell.came_at, cell.left_at))]


def check_closable(month: date, today: date, lines: Sequence[SheetLine]) -> None:
    """Refuse to close a month that is not over, or in which nobody was in the group.

    Raises:
        RuleBrokenError: `sheet_month_not_over` with the last day, `sheet_empty`.
    """
    _, last = month_of(month)
    if today <= last:
        raise RuleBrokenError("sheet_month_not_over", last_day=last.isoformat())
    if not lines:
        raise RuleBrokenError("sheet_empty")


@dataclass(frozen=True)
class Reopening:
    """That a closed month is changed again: since when, by whom, why, and by which act."""

    at: datetime
    by: UUID
    name: str
    reason: str
    act_id: UUID


@dataclass(frozen=True)
class ClosedChild:
    """A child's month as it was signed; nothing of the child but ids."""

    application_id: UUID
    applicant_id: UUID | None
    days: tuple[SheetDay, ...]


@dataclass(frozen=True)
class ClosedSheet:
    """A group's month that a worker has closed: what was signed, by whom, and whether it was reopened."""

    id: UUID
    number: str
    kindergarten_id: UUID
    group: Group
    month: date
    children: tuple[ClosedChild, ...]
    not_worked: tuple[date, ...]
    digest: str
    closed_at: datetime
    closed_by: UUID
    closed_by_name: str
    act_id: UUID
    reopening: Reopening | None = None
    # whether parents are asked to approve their child's days, as the policy was when it was closed
    asks_parents: bool = False

    @property
    def version(self) -> int:
        """How many steps it has made."""
        return 1 if self.reopening is None else 2

    def has(self, application_id: UUID, applicant_id: UUID | None = None) -> bool:
        """Whether this child is on it, and of this applicant if one is named."""
        mine = [each.applicant_id for each in self.children if each.application_id == application_id]
        return applicant_id in mine if applicant_id else bool(mine)


def check_closed(sheet: ClosedSheet) -> None:
    """Refuse what needs a sheet that counts.

    Raises:
        RuleBrokenError: `sheet_reopened_already`.
    """
    if sheet.reopening is not None:
        raise RuleBrokenError("sheet_reopened_already")


@dataclass(frozen=True)
class Answer:
    """What a parent says of the own child's closed month: that it is right, or what is not; the last word counts."""

    application_id: UUID
    by: UUID
    at: datetime
    agreed: bool
    remark: str = ""


def answers_of(sheets: Sequence[ClosedSheet], answers: Mapping[tuple[UUID, UUID], Answer]) -> Mapping[UUID, Answer]:
    """What was said of a group's sheet that counts, by child; of the last one while it is open again, to be put right.

    The group's sheets of the month are given newest first, the answers by sheet and child's application.
    """
    asked = next((each for each in sheets if each.reopening is None), sheets[0] if sheets else None)
    return {child: said for (sheet_id, child), said in answers.items() if asked and sheet_id == asked.id}


def check_answer(sheet: ClosedSheet, answer: Answer) -> None:
    """Refuse an answer that was not asked for, and one that does not say what is wrong.

    Raises:
        RuleBrokenError: `sheet_reopened_already`, `sheet_not_asked`, `remark_required`.
    """
    check_closed(sheet)
    if not sheet.asks_parents:
        raise RuleBrokenError("sheet_not_asked")
    if not answer.agreed and not answer.remark:
        raise RuleBrokenError("remark_required")


def reopen(sheet: ClosedSheet, why: Reopening) -> ClosedSheet:
    """The sheet, which counts no more: its month may be changed, and closed again.

    Raises:
        RuleBrokenError: `sheet_reopened_already`.
    """
    check_closed(sheet)
    return replace(sheet, reopening=why)
