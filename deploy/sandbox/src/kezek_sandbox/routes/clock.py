"""The movable clock and the wait for quiet."""

from datetime import datetime, timedelta
from typing import Annotated, Self

from fastapi import APIRouter
from pydantic import AwareDatetime, BaseModel, Field, model_validator

from kezek_sandbox.clock import ClockGoesForwardError
from kezek_sandbox.problems import ProblemError
from kezek_sandbox.sandbox import Here, Sandbox
from kezek_sandbox.stack import NotQuietError

router = APIRouter(tags=["clock"])
Patience = Annotated[float, Field(gt=0, le=600)]


class Time(BaseModel):
    now: datetime
    offset_s: float


class Moved(Time):
    """Where the clock stands, and the deadlines it stopped at."""

    steps: list[datetime]


class Advance(BaseModel):
    """By so many seconds, or to an instant."""

    seconds: Annotated[float, Field(ge=0)] | None = None
    to: AwareDatetime | None = None
    timeout_s: Patience = 120

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.seconds is None) == (self.to is None):
            raise ValueError("give seconds or to")
        return self

    def target(self, now: datetime) -> datetime:
        """The instant that is meant."""
        return self.to if self.to is not None else now + timedelta(seconds=self.seconds or 0)


class SetExact(BaseModel):
    to: AwareDatetime
    step: bool = False
    timeout_s: Patience = 120


class Settle(BaseModel):
    timeout_s: Patience = 30


class Settled(BaseModel):
    settled: bool


@router.get("/clock")
async def get_clock(here: Here) -> Time:
    """The stack's time."""
    return Time(now=here.clock.now(), offset_s=here.clock.offset().total_seconds())


@router.post("/clock/advance")
async def advance(asked: Advance, here: Here) -> Moved:
    """Go forward through every due deadline, each fired and settled before the next; 504 when stuck."""
    return await _stepping(here, asked.target(here.clock.now()), asked.timeout_s)


@router.post("/clock/set_exact")
async def set_exact(asked: SetExact, here: Here) -> Moved:
    """Go forward at once, over deadlines, waiting for nobody; with `step` like `advance`."""
    if asked.step:
        return await _stepping(here, asked.to, asked.timeout_s)
    try:
        await here.stack.jump(asked.to)
    except ClockGoesForwardError:
        raise _backward(here) from None
    return _moved(here, [])


@router.post("/stack/settle")
async def settle(here: Here, asked: Settle | None = None) -> Settled:
    """Return when every worker has nothing to do, twice in a row; 504 names what is not quiet."""
    try:
        await here.stack.settle((asked or Settle()).timeout_s)
    except NotQuietError as error:
        raise ProblemError(504, "not_settled", **error.noisy) from None
    return Settled(settled=True)


async def _stepping(here: Sandbox, to: datetime, timeout_s: float) -> Moved:
    try:
        return _moved(here, await here.stack.advance(to, timeout_s))
    except ClockGoesForwardError:
        raise _backward(here) from None
    except NotQuietError as error:
        raise ProblemError(504, "not_settled", **error.noisy) from None


def _moved(here: Sandbox, steps: list[datetime]) -> Moved:
    return Moved(now=here.clock.now(), offset_s=here.clock.offset().total_seconds(), steps=steps)


def _backward(here: Sandbox) -> ProblemError:
    return ProblemError(409, "clock_goes_forward", now=here.clock.now().isoformat())
