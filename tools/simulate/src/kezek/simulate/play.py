"""A scenario is played: steps in their order, between them whatever is due, under a clock of its own (domain §6.7)."""

import heapq
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from kezek.contracts.policy import Policy
from kezek.platform.errors import RuleBrokenError
from kezek.platform.transitions import ImpossibleTransitionError
from kezek.platform.workdays import NoWorkingDaysError
from kezek.referrals.domain.receipts import finishes_in_time
from kezek.simulate.acts import perform
from kezek.simulate.deciding import chosen
from kezek.simulate.lines import Line
from kezek.simulate.player import Player
from kezek.simulate.reading import ReadingError
from kezek.simulate.scenario import Choose, Scenario, Step
from kezek.simulate.state import State


@dataclass(frozen=True, order=True)
class _Late:
    """A choice whose check lasts longer than it may hold others back.

    `application_id` is what it is of, `policy` the one in force at its receipt, which judges it (domain §9).
    """

    checked_at: datetime
    number: int
    step: Step = field(compare=False)
    application_id: UUID = field(compare=False)
    policy: Policy = field(compare=False)


def play(scenario: Scenario) -> list[Line]:
    """All that happens, in the order of time.

    Raises:
        ReadingError: a step at which no term can be counted: by then its calendar has no working days.
    """
    game, number = Game(scenario), 0
    try:
        for number, step in enumerate(scenario.steps):  # noqa: B007 - told where it fails
            game.do(step)
        return game.end()
    except NoWorkingDaysError as error:
        raise ReadingError(f"steps[{number}]", str(error)) from error


class Game:
    """A scenario that is played step by step; whoever makes one may look at the lines so far."""

    def __init__(self, scenario: Scenario) -> None:
        self.player = Player(State(scenario.queue, scenario.policy, scenario.calendar))
        self._late: list[_Late] = []
        self._steps = 0

    @property
    def lines(self) -> list[Line]:
        """What has happened so far, in the order in which it was decided."""
        return self.player.lines

    def do(self, step: Step) -> None:
        """Let happen what is due until the step, then do it."""
        player, late = self.player, self._late
        self._steps += 1
        while late and late[0].checked_at <= step.at:
            player.pass_time(late[0].checked_at)
            _finish(player, heapq.heappop(late))
        player.pass_time(step.at)
        if not _is_late(player.state, step):
            _perform(player, step, step.at, player.state.policy)
        elif _is_possible(player, step):
            application_id = player.state.applications[step.act.child]
            heapq.heappush(late, _Late(step.act.checked_at, self._steps, step, application_id, player.state.policy))

    def end(self) -> list[Line]:
        """Let open checks end; all lines in the order of time: what was received first is told first."""
        for each in sorted(self._late):
            _finish(self.player, each)
        return sorted(self.player.lines, key=lambda line: line.at)


def _is_late(state: State, step: Step) -> bool:
    """Whether the check of a choice lasts longer than its receipt may hold others back (domain §6.4)."""
    act = step.act
    if not isinstance(act, Choose) or act.checked_at is None or not act.valid:
        return False
    return not finishes_in_time(step.at, act.checked_at, state.policy)


def _is_possible(player: Player, step: Step) -> bool:
    """Whether the choice might be made at its receipt; what forbids it then forbids it for good."""
    try:
        chosen(player.state, step.act, step.at, player.state.policy)
    except RuleBrokenError as refusal:
        _reject(player, step, refusal.code)
        return False
    return True


def _finish(player: Player, late: _Late) -> None:
    """Judge a late choice by what stands at the end of its check; an application made since is not the one it is of."""
    if player.state.applications[late.step.act.child] == late.application_id:
        _perform(player, late.step, late.checked_at, late.policy)
    else:
        _reject(player, late.step, "application_over")


def _perform(player: Player, step: Step, now: datetime, policy: Policy) -> None:
    """What is forbidden changes nothing and is told."""
    try:
        perform(player, step, now, policy)
    except RuleBrokenError as refusal:
        _reject(player, step, refusal.code)
    except ImpossibleTransitionError:
        _reject(player, step, "impossible")


def _reject(player: Player, step: Step, code: str) -> None:
    child, place = (getattr(step.act, name, None) for name in ("child", "place"))
    player.lines.append(Line(step.at, "rejected", child, place, code=code))
