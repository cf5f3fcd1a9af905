"""A file is read into a scenario, or refused with the place in it that cannot be read."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from kezek.contracts.policy import REFERRAL_PROFILE, VOUCHER_PROFILE, Policy, Profile
from kezek.contracts.values import QueueRef
from kezek.simulate.scenario import ACTS, Choose, Head, Instant, NewPolicy, Scenario, Step, calendar_of

_READERS = {name: TypeAdapter(kind) for name, kind in ACTS.items()}
_HEAD, _AT = TypeAdapter(Head), TypeAdapter(Instant)
_TOP = "scenario"
_PROFILES = {Profile.REFERRAL: REFERRAL_PROFILE, Profile.VOUCHER: VOUCHER_PROFILE}


class ReadingError(Exception):
    """A scenario cannot be read; `where` is the place in it, as `steps[3].apply.child`."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")


def read_file(path: Path) -> Scenario:
    """The scenario in a file.

    Raises:
        ReadingError: naming the place that cannot be read.
    """
    try:
        text = path.read_bytes().decode()
    except OSError as error:
        raise ReadingError(str(path), error.strerror or "cannot be opened") from error
    except UnicodeDecodeError as error:
        raise ReadingError(f"byte {error.start}", "not UTF-8") from error
    return read(text)


def read(text: str) -> Scenario:
    """The scenario that a text is.

    Raises:
        ReadingError: naming the place that cannot be read.
    """
    head = _validated(_HEAD, _parsed(text), ())
    policy = _with(_PROFILES[head.policy.profile], head.policy.overrides, 1, "policy.overrides")
    steps = _steps(head.steps, policy)
    queue = QueueRef(head.district, head.kind, head.group_year)
    calendar = calendar_of(1, frozenset(head.holidays), frozenset(head.working))
    return Scenario(queue, policy, calendar, tuple(steps))


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise ReadingError(f"line {error.lineno} column {error.colno}", error.msg) from error
    except (ValueError, RecursionError) as error:
        raise ReadingError(_TOP, str(error)) from error


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"key {next(name for name in names if names.count(name) > 1)!r} stands twice in an object")
    return found


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number")


def _steps(told: Sequence[Any], policy: Policy) -> list[Step]:
    steps: list[Step] = []
    for number, each in enumerate(told):
        step = read_step(each, number)
        if steps and step.at < steps[-1].at:
            raise ReadingError(f"steps[{number}].at", "earlier than the step before")
        if isinstance(step.act, NewPolicy):
            policy = _with(policy, step.act.overrides, number + 2, f"steps[{number}].policy.overrides")
            step = replace(step, policy=policy)
        steps.append(step)
    return steps


def read_step(told: Any, number: int = 0) -> Step:
    """One step, which stands as this one in its scenario; the policy that it brings is not known yet.

    Raises:
        ReadingError: naming the place that cannot be read.
    """
    where = ("steps", number)
    if not isinstance(told, dict):
        raise ReadingError(_path(where), "not an object")
    if "at" not in told:
        raise ReadingError(_path(where), "no time `at`")
    at: datetime = _validated(_AT, told["at"], (*where, "at"))
    names = [name for name in told if name != "at"]
    if unknown := next((name for name in names if name not in ACTS), None):
        raise ReadingError(_path((*where, unknown)), "no such step")
    if len(names) != 1:
        raise ReadingError(_path(where), "one act beside `at`, no more and no fewer")
    (name,) = names
    act = _validated(_READERS[name], told[name], (*where, name))
    if isinstance(act, Choose) and act.checked_at is not None and act.checked_at < at:
        raise ReadingError(_path((*where, name, "checked_at")), "before the receipt")
    return Step(at, name, act)


def _validated(reader: TypeAdapter[Any], told: Any, where: tuple[str | int, ...]) -> Any:
    try:
        return reader.validate_python(told)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise ReadingError(_path((*where, *first["loc"])), first["msg"].removeprefix("Value error, ")) from error


def _with(policy: Policy, overrides: Any, number: int, where: str) -> Policy:
    try:
        return replace(policy, id=f"scenario-{number}", **overrides)
    except ValueError as error:
        raise ReadingError(where, f"out of bounds: {str(error).partition(': ')[2]}") from error


def _path(where: Sequence[str | int]) -> str:
    told = "".join(f"[{each}]" if isinstance(each, int) else f".{each}" for each in where)
    return told.removeprefix(".") or _TOP
