"""The entries of a revocation list, in little room and found at once, in memory or in a file that processes share."""

from bisect import bisect_left
from collections.abc import Iterable
from datetime import UTC, datetime
from mmap import mmap

RECORD_BYTES = 32
_SERIAL_BYTES = 24  # RFC 5280 allows 20
_SERIAL_BIAS, _INSTANT_BIAS = 1 << (8 * _SERIAL_BYTES - 1), 1 << 62
_TAKEN_OFF = b"\xff" * (RECORD_BYTES - _SERIAL_BYTES)


def record(serial: bytes, since: int | None) -> bytes:
    """One entry: a serial number as DER has it, and since when it counts no more (`None`: taken off the list again).

    Records sort by serial number, then by instant.

    Raises:
        ValueError: no authority may give so long a number.
    """
    if not 0 < len(serial) <= _SERIAL_BYTES:
        raise ValueError("length of a serial number")
    instant = _TAKEN_OFF if since is None else (since + _INSTANT_BIAS).to_bytes(len(_TAKEN_OFF), "big")
    return _key(int.from_bytes(serial, "big", signed=True)) + instant


def _key(serial: int) -> bytes:
    return (serial + _SERIAL_BIAS).to_bytes(_SERIAL_BYTES, "big")


class Listed:
    """The serial numbers of a list, and since when each counts no more (RFC 5280 §5.1.2.6)."""

    def __init__(self, records: bytes | mmap, begin: int = 0) -> None:
        """`records` are sorted and begin at this byte."""
        self._records, self._begin = records, begin

    @classmethod
    def of(cls, records: Iterable[bytes]) -> "Listed":
        """A list of these records, in whatever order."""
        return cls(b"".join(sorted(records)))

    def __len__(self) -> int:
        return (len(self._records) - self._begin) // RECORD_BYTES

    def __bytes__(self) -> bytes:
        return self._records[self._begin :]

    def since(self, serial: int) -> datetime | None:
        """Since when the certificate of this number counts no more; the earliest, if it stands there twice."""
        instant = self._instant(serial)
        if instant is None or instant == _TAKEN_OFF:
            return None
        return datetime.fromtimestamp(int.from_bytes(instant, "big") - _INSTANT_BIAS, UTC)

    def takes_off(self, serial: int) -> bool:
        """Whether this is a delta list that takes the certificate off the complete one (removeFromCRL)."""
        return self._instant(serial) == _TAKEN_OFF

    def _instant(self, serial: int) -> bytes | None:
        if serial.bit_length() >= 8 * _SERIAL_BYTES:
            return None
        key = _key(serial)
        place = bisect_left(range(len(self)), key, key=lambda place: self._record(place)[:_SERIAL_BYTES])
        found = self._record(place) if place < len(self) else b""
        return found[_SERIAL_BYTES:] if found.startswith(key) and found else None

    def _record(self, place: int) -> bytes:
        begin = self._begin + place * RECORD_BYTES
        return self._records[begin : begin + RECORD_BYTES]
