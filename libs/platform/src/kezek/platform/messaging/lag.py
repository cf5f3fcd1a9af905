"""How far a consumer is behind, and for how long; an API, which never speaks to Kafka, knows it too."""

from dataclasses import dataclass

_AS_EXACT_AS = 1 / 32


@dataclass(frozen=True)
class Lag:
    """How many records a group has not consumed, and for how long at least the oldest of them has stood there."""

    records: int
    waits_s: float = 0.0


class Waiting:
    """How long a partition's oldest record waits, told by where the partition ended at earlier looks.

    Reading the record for its moment would cost its content; this costs nothing, and is late by a look at most.
    """

    def __init__(self) -> None:
        self._looks: list[tuple[float, int]] = []

    def look(self, at: float, end: int, committed: int) -> float:
        """For how long what is not consumed at this moment has been seen waiting."""
        self._looks = [(seen, ended) for seen, ended in self._looks if ended > committed]
        if end > committed and self._is_worth_keeping(at):
            self._looks.append((at, end))
        return at - self._looks[0][0] if self._looks else 0.0

    def _is_worth_keeping(self, at: float) -> bool:
        """The longer something waits, the less often: of days of waiting some hundred looks are kept."""
        return not self._looks or at - self._looks[-1][0] > (at - self._looks[0][0]) * _AS_EXACT_AS
