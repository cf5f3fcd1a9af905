"""The entries of a revocation list, in little room and found at once: `cryptography` reads a list through each time."""

from array import array
from bisect import bisect_left
from datetime import UTC, datetime

from cryptography import x509


class Listed:
    """The serial numbers of a list, and since when each counts no more (RFC 5280 §5.1.2.6)."""

    def __init__(self, revoked: x509.CertificateRevocationList) -> None:
        entries = sorted((each.serial_number, int(each.revocation_date_utc.timestamp())) for each in revoked)
        self._width = max((serial.bit_length() for serial, _ in entries), default=0) // 8 + 1
        self._serials = b"".join(serial.to_bytes(self._width, "big", signed=True) for serial, _ in entries)
        self._since = array("q", (since for _, since in entries))

    def __len__(self) -> int:
        return len(self._since)

    def since(self, serial: int) -> datetime | None:
        """Since when the certificate of this number counts no more; the earliest, if it stands there twice."""
        place = bisect_left(range(len(self)), serial, key=self._serial)
        found = place < len(self) and self._serial(place) == serial
        return datetime.fromtimestamp(self._since[place], UTC) if found else None

    def _serial(self, place: int) -> int:
        return int.from_bytes(self._serials[place * self._width : (place + 1) * self._width], "big", signed=True)
