"""What may follow what: the one table of an aggregate's states, and an error for whatever is not in it.

Pure, for the domains; a state that no move leaves is an end.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Generic, TypeVar

StateT = TypeVar("StateT", bound=StrEnum)
MoveT = TypeVar("MoveT", bound=StrEnum)


class ImpossibleTransitionError(Exception):
    """The table knows no such move from this state: somebody decided what the rules do not (domain §4)."""

    def __init__(self, state: StrEnum, move: StrEnum) -> None:
        super().__init__(f"{move.value} is impossible while {state.value}")
        self.state = state
        self.move = move


class Transitions(Generic[StateT, MoveT]):
    """Where each move leads, from each state in which it is possible."""

    def __init__(self, table: Mapping[MoveT, Mapping[StateT, StateT]]) -> None:
        self.table = {(state, move): after for move, states in table.items() for state, after in states.items()}

    def after(self, state: StateT, move: MoveT) -> StateT:
        """The state after a move.

        Raises:
            ImpossibleTransitionError: when the move is not possible from this state.
        """
        if (state, move) not in self.table:
            raise ImpossibleTransitionError(state, move)
        return self.table[state, move]

    def allows(self, state: StateT, move: MoveT) -> bool:
        """Whether the move is possible from this state."""
        return (state, move) in self.table
