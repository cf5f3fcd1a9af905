"""What came of a signed act, as it is kept for good."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from kezek.contracts.vocabulary import Language
from kezek.platform import errors
from kezek.platform.act_verdicts import VALID

_KINDS: dict[str, type[errors.Refusal]] = {kind.__name__: kind for kind in errors.Refusal.__subclasses__()}


@dataclass(frozen=True)
class Outcome:
    """What came of an act: a result, or a refusal."""

    result: dict[str, Any] | None = None
    refusal: errors.Refusal | None = None

    def to_json(self) -> dict[str, Any]:
        """For the act's row."""
        if self.refusal is None:
            return {"result": self.result}
        return {"refused": type(self.refusal).__name__, "code": self.refusal.code, "params": self.refusal.params}

    def unwrap(self) -> dict[str, Any]:
        """The result.

        Raises:
            Refusal: the one the act was answered with.
        """
        if self.refusal is not None:
            raise self.refusal
        return self.result or {}


def outcome_of(stored: dict[str, Any]) -> Outcome:
    """As an act's row keeps it."""
    if "refused" in stored:
        return Outcome(refusal=_KINDS[stored["refused"]](stored["code"], **stored["params"]))
    return Outcome(result=stored["result"])


class ActStatus(StrEnum):
    """How far an act is."""

    TO_SIGN = "to_sign"
    RECEIVED = "received"
    DONE = "done"
    REFUSED = "refused"
    EXPIRED = "expired"


@dataclass(frozen=True)
class ActState:
    """Where an act stands: since when its signature is here, and what came of it or of its last signature."""

    type: str
    status: ActStatus
    expires_at: datetime
    received_at: datetime | None
    finished_at: datetime | None
    outcome: Outcome | None
    statement: bytes
    language: Language
    of_kindergarten: bool
    ask_again_after_s: int | None = None


def state_of(act: Any, receipts: Sequence[Any], now: datetime, *, of_kindergarten: bool) -> ActState:
    """By the act's row and its receipts, the earliest first."""
    waiting = [each for each in receipts if each.verdict in (None, VALID)]
    received_at = waiting[0].received_at if waiting else None
    outcome = outcome_of(act.outcome) if act.outcome is not None else None
    if outcome is not None:
        status = ActStatus.REFUSED if outcome.refusal else ActStatus.DONE
    elif waiting:
        status = ActStatus.RECEIVED
    else:
        status = ActStatus.EXPIRED if now >= act.expires_at else ActStatus.TO_SIGN
        outcome = Outcome(refusal=errors.Invalid(receipts[-1].verdict)) if receipts else None
    return ActState(
        type=act.type,
        status=status,
        expires_at=act.expires_at,
        received_at=received_at,
        finished_at=act.finished_at,
        outcome=outcome,
        statement=bytes(act.statement),
        language=Language(act.actor["lang"]),
        of_kindergarten=of_kindergarten,
    )
