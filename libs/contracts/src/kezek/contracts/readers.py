"""Codes in events, as readers take them: what only a later release knows is read as «other».

A reader of an older release goes on: the facts beside the code are what it acts upon.
"""

from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator

from kezek.contracts.law import Reason, Rule
from kezek.contracts.vocabulary import ActorKind

CodeT = TypeVar("CodeT", bound=StrEnum)


def known(kind: type[CodeT], code: Any) -> CodeT:
    """The member of an enumeration, or its `OTHER`."""
    return kind(code) if code in set(kind) else kind("other")


def _reading(kind: type[StrEnum]) -> BeforeValidator:
    return BeforeValidator(lambda code: known(kind, code) if isinstance(code, str) else code)


ReadReason = Annotated[Reason, _reading(Reason)]
ReadRule = Annotated[Rule, _reading(Rule)]
ReadActor = Annotated[ActorKind, _reading(ActorKind)]
