"""What a changed year would do to open terms: counted by the rule that moves them, nothing touched (domain §6.7)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kezek.platform.workdays import Calendar
from kezek.referrals.domain.terms import RunningTerm, TermKind, counted_anew

_IN_WORKING_DAYS = (TermKind.TURN, TermKind.REFERRAL, TermKind.STOP_LIST)


@dataclass(frozen=True)
class OpenTerms:
    """So many open terms that began and end alike."""

    like: RunningTerm
    count: int


@dataclass(frozen=True)
class MovedTerms:
    """Of a kind: how many terms run, how many would end later, and by how many days at most."""

    kind: TermKind
    running: int
    moved: int
    most_days: int


def with_year(calendar: Calendar, year: int, worked: Iterable[date], free: Iterable[date]) -> Calendar:
    """A calendar whose one year has these single days, of the next version."""
    return replace(
        calendar,
        version=calendar.version + 1,
        worked=frozenset(day for day in calendar.worked if day.year != year) | frozenset(worked),
        free=frozenset(day for day in calendar.free if day.year != year) | frozenset(free),
    )


def preview(running: Sequence[OpenTerms], by: Calendar) -> list[MovedTerms]:
    """What this calendar would move, by kind."""
    return [_of_kind(kind, [each for each in running if each.like.kind is kind], by) for kind in _IN_WORKING_DAYS]


def _of_kind(kind: TermKind, running: Sequence[OpenTerms], by: Calendar) -> MovedTerms:
    later = [(each, moved) for each in running if (moved := counted_anew(each.like, by))]
    return MovedTerms(
        kind=kind,
        running=sum(each.count for each in running),
        moved=sum(each.count for each, _ in later),
        most_days=max(((moved.term.last_day - each.like.term.last_day).days for each, moved in later), default=0),
    )
