"""A scenario as it is written in its file: one queue, its policy and calendar, and steps in the order of time.

Everything is strict: a key that is not known, a number in quotes or a time without its offset cannot be read.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StringConstraints

from kezek.contracts.policy import Policy, Profile
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, QueueClass
from kezek.platform.workdays import Calendar

_INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_FIRST_YEAR, _LAST_YEAR = 1990, 2200
DayT = TypeVar("DayT", bound=date)
_POLICY = {field.name: field for field in fields(Policy)}
_KINDS: Mapping[Any, tuple[type, ...]] = {int: (int,), bool: (bool,), int | None: (int, type(None))}
OVERRIDES = frozenset(
    {
        "choice_working_days",
        "referral_working_days",
        "stop_list_working_days",
        "misses_until_removal",
        "cancel_hours",
        "generals_per_priority",
        "called_from_months",
        "called_below_months",
        "free_choice_hour",
        "papers_before_acceptance",
        "unfinished_receipt_seconds",
        "extension_by_officer",
        "extension_working_days",
        "old_time_kept_on_closing",
        "restorable_calendar_days",
        "refusing_annuls_position",
        "distribution_in_rounds",
    }
)
"""The fields of the policy that a scenario may set."""


def _instant(value: object) -> datetime:
    if not isinstance(value, str) or not _INSTANT.fullmatch(value):
        raise ValueError("not a time with its offset, as 2025-03-03T09:00:00+05:00")
    return _of_our_time(datetime.fromisoformat(value))


def _day(value: object) -> date:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError("not a day, as 2025-03-03")
    return _of_our_time(date.fromisoformat(value))


def _of_our_time(when: DayT) -> DayT:
    if not _FIRST_YEAR <= when.year <= _LAST_YEAR:
        raise ValueError(f"not of the years {_FIRST_YEAR} to {_LAST_YEAR}")
    return when


def _overrides(value: object) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise ValueError("not an object of the policy's fields")  # noqa: TRY004 - a TypeError is no answer of pydantic
    for name, each in value.items():
        if name not in OVERRIDES:
            raise ValueError(f"{name}: no field of the policy that may be set")
        if type(each) not in _KINDS[_POLICY[name].type]:
            raise ValueError(f"{name}: not of its kind")
    return value


Instant = Annotated[datetime, BeforeValidator(_instant)]
Day = Annotated[date, BeforeValidator(_day)]
Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Languages = Annotated[tuple[InstructionLanguage, ...], Field(min_length=1)]
Overrides = Annotated[Mapping[str, Any], BeforeValidator(_overrides)]


class Strict(BaseModel):
    """No key but its own, no value of another type."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Arrived(Strict):
    """What a child has brought from another district (domain §4.ends).

    When it applied there, unless its time is that of the move, its misses, and, if it is on the stop list, when that
    began.
    """

    applied_at: Instant | None = None
    misses: Annotated[int, Field(strict=True, ge=0, le=20)] = 0
    stop_listed_at: Instant | None = None


class Apply(Strict):
    """Queued at the instant of the step; `twins` are those born with it.

    A transfer is of the enrolled child of `transfer_of` (domain §7.transfer).
    """

    child: Name
    queue_class: QueueClass = Field(alias="class")
    languages: Languages
    born: Day
    twins: tuple[Name, ...] = Field(default=(), alias="with")
    separate: StrictBool = False
    transfer_of: Name | None = None
    arrived: Arrived | None = None


class Benefit(Strict):
    """The class by a benefit that was confirmed, or fell away; `last_day` is that of its proof."""

    child: Name
    queue_class: QueueClass = Field(alias="class")
    last_day: Day | None = None


class Change(Strict):
    """What the family changes in its application; what is not named stays."""

    child: Name
    languages: Languages | None = None
    separate: StrictBool | None = None


class NewPlace(Strict):
    """A free place."""

    id: Name
    language: InstructionLanguage
    kindergarten: Name | None = None


class Publish(Strict):
    """Places that are handed out in one go."""

    places: Annotated[tuple[NewPlace, ...], Field(min_length=1)]


class Choose(Strict):
    """A signed choice: when its check ends, and with what."""

    child: Name
    place: Name
    checked_at: Instant | None = None
    valid: StrictBool = True


class OneChoice(Strict):
    """Which twin takes which place."""

    child: Name
    place: Name


class ChooseTogether(Strict):
    """One signed choice of twins who were called together (domain §5.4, §6.3)."""

    choices: Annotated[tuple[OneChoice, ...], Field(min_length=2)]


class Wish(Strict):
    """The kindergartens that a family wishes, the dearest first (domain §9.rounds)."""

    child: Name
    kindergartens: tuple[Name, ...]


class HoldRound(Strict):
    """An officer holds a round of distribution (domain §9.rounds)."""


class OfChild(Strict):
    """An act on one child."""

    child: Name


class Annul(Strict):
    """An officer annuls a place."""

    place: Name


class Close(Strict):
    """The administrator closes a kindergarten."""

    kindergarten: Name


class NewPolicy(Strict):
    """What holds from the step on; what is not named stays as it is."""

    overrides: Overrides


class NewDays(Strict):
    """Days that are free or worked, as known from the step on; the others stay as they are."""

    holidays: tuple[Day, ...] = ()
    working: tuple[Day, ...] = ()


Show = Literal["positions", "phase"]
OF_CHILD = (
    "arrive",
    "papers",
    "return_papers",
    "accept",
    "refuse",
    "uphold",
    "overrule",
    "cancel",
    "withdraw",
    "depart",
    "move",
    "extend",
    "restore",
    "decline",
)
ACTS: Mapping[str, Any] = {
    "apply": Apply,
    "benefit": Benefit,
    "change": Change,
    "publish": Publish,
    "choose": Choose,
    "choose_together": ChooseTogether,
    "wish": Wish,
    "round": HoldRound,
    **dict.fromkeys(OF_CHILD, OfChild),
    "annul": Annul,
    "close": Close,
    "policy": NewPolicy,
    "calendar": NewDays,
    "show": Show,
}
"""What a step may say, by its name."""


class FirstPolicy(Strict):
    """By which rules the queue is played at first."""

    profile: Profile = Profile.REFERRAL
    overrides: Overrides = Field(default_factory=dict)


class Head(Strict):
    """All of the file but for what its steps say."""

    district: Annotated[str, StringConstraints(pattern="^[0-9]{4}$")]
    kind: GroupKind
    group_year: Annotated[int, Field(strict=True, ge=_FIRST_YEAR, le=_LAST_YEAR)]
    policy: FirstPolicy = FirstPolicy()
    holidays: tuple[Day, ...] = ()
    working: tuple[Day, ...] = ()
    steps: tuple[Any, ...]


@dataclass(frozen=True)
class Step:
    """What is done at an instant: one act of `ACTS`, by its name; `policy` is the whole one that it brings."""

    at: datetime
    name: str
    act: Any
    policy: Policy | None = None


@dataclass(frozen=True)
class Scenario:
    """A queue, what holds at first, and what is done, in the order of time."""

    queue: QueueRef
    policy: Policy
    calendar: Calendar
    steps: tuple[Step, ...]


def calendar_of(version: int, holidays: frozenset[date], working: frozenset[date]) -> Calendar:
    """Weekends, and these days: the whole calendar (domain §9.calendar)."""
    return Calendar(version, lambda _: False, worked=working, free=holidays)
