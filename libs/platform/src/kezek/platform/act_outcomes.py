"""What came of a signed act, as it is kept for good."""

from dataclasses import dataclass
from typing import Any

from kezek.platform import errors

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
