"""Revocation lists (RFC 5280 §5): complete ones, and delta lists that tell what has changed since.

They are read here and not by `cryptography`: some authorities write the algorithm otherwise outside than inside the
signed part, and entries of long lists are read once, in one pass.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from asn1crypto import core
from asn1crypto import x509 as asn1_x509
from cryptography import x509

from kezek.eds.algorithms import is_made_by
from kezek.eds.bounds import check_bounds
from kezek.eds.der import TAG_SEQUENCE, Extension, children, contents, extensions, header
from kezek.eds.listed import Listed, record
from kezek.eds.refusals import SignatureRefused
from kezek.eds.revocation import FAULTS, Answer, UnusableError, demand

_NUMBER, _DELTA, _SCOPE = (bytes.fromhex(f"551d{oid}") for oid in ("14", "1b", "1c"))
_FRESHEST, _AUTHORITY_KEY = (bytes.fromhex(f"551d{oid}") for oid in ("2e", "23"))
_REASON, _INVALID_SINCE = (bytes.fromhex(f"551d{oid}") for oid in ("15", "18"))
_UNDERSTOOD, _UNDERSTOOD_IN_ENTRY = {_NUMBER, _DELTA, _AUTHORITY_KEY, _FRESHEST}, {_REASON, _INVALID_SINCE}
_REMOVED = b"\x0a\x01\x08"
_INTEGER, _BITS, _OID, _UTC, _GENERALIZED, _EXTENSIONS = 0x02, 0x03, 0x06, 0x17, 0x18, 0xA0
_TIMES = (_UTC, _GENERALIZED)
_ABSENT_PARAMETERS: tuple[list[tuple[int, bytes]], ...] = ([], [(0x05, b"")])
_MAX_NUMBER_OCTETS = 21
_MAX_FIELDS = 7  # RFC 5280 §5.1
_FIRST_OF_1900S = 50


@dataclass(frozen=True, slots=True)
class RevocationList:
    """A list whose issuer is sure; a delta list names the complete list on which it builds."""

    sha256: str
    this_update: datetime
    next_update: datetime
    number: int | None
    base: int | None
    delta_urls: tuple[str, ...]
    listed: Listed

    @property
    def life(self) -> timedelta:
        """How long it holds."""
        return self.next_update - self.this_update


def alone(complete: RevocationList, delta_life: timedelta | None = None) -> Answer:
    """What a complete list says by itself; where there are delta lists, it holds no longer than one of them.

    Raises:
        UnusableError: it is a delta list.
    """
    demand(complete.base is None, "a part of a list")
    until = complete.next_update
    if delta_life is not None:
        until = min(until, complete.this_update + delta_life)
    update = complete.this_update
    return Answer("crl", complete.sha256, update, update, until, listed=complete.listed)


def combined(complete: RevocationList, delta: RevocationList) -> Answer:
    """What both say together: as of the delta list's update, while both hold (RFC 5280 §5.2.4).

    Numbers of delta lists are not compared with those of complete ones: the national authority counts them apart.

    Raises:
        UnusableError: the delta list builds on another complete list, or is older than this one.
    """
    demand(complete.base is None, "a part of a list")
    if delta.base is None or complete.number is None or complete.number < delta.base:
        raise UnusableError("a delta list of another list")
    demand(delta.this_update >= complete.this_update, "a delta list that is older than its list")
    until = min(complete.next_update, delta.next_update)
    update = delta.this_update
    return Answer(
        "crl", complete.sha256, update, update, until, listed=complete.listed, delta=delta.listed,
        delta_sha256=delta.sha256,
    )  # fmt: skip


def read_crl(der: bytes, issuer: x509.Certificate) -> Answer:
    """What a complete revocation list of this issuer says, once it is sure that it made it.

    Raises:
        UnusableError: it is another's, partial (delta, scoped or indirect), malformed, or has no end.
    """
    return alone(read_list(der, issuer))


def read_list(der: bytes, issuer: x509.Certificate) -> RevocationList:
    """A complete or delta list of this issuer, once it is sure that it made it.

    Raises:
        UnusableError: it is another's, scoped, indirect, malformed, or has no end.
    """
    try:
        return _read(der, issuer)
    except SignatureRefused as error:
        raise UnusableError(f"an unsupported signature: {error}") from error
    except FAULTS as error:
        raise UnusableError(f"malformed: {type(error).__name__}") from error


def _read(der: bytes, issuer: x509.Certificate) -> RevocationList:
    demand(_may_sign_lists(issuer), "the issuer may not sign lists")
    tag, begin, end = header(der, 0, len(der))
    demand(tag == TAG_SEQUENCE and end == len(der), "noise")
    signed_tag, inside, after = header(der, begin, end)
    (algorithm_tag, algorithm), (bits_tag, bits) = children(der[after:end])
    demand((signed_tag, algorithm_tag, bits_tag) == (TAG_SEQUENCE, TAG_SEQUENCE, _BITS) and bits[:1] == b"\0", "noise")
    fields = _fields(der, inside, after)
    oid = _algorithm(fields.algorithm)
    demand(oid == _algorithm(algorithm), "another algorithm outside than inside")
    demand(_is_named(fields.issuer, issuer), "another's list")
    made = is_made_by(issuer, oid, signature=bits[1:], signed=der[begin:after])
    demand(made, "not signed by the issuer")
    return _told(der, fields)


@dataclass(frozen=True, slots=True)
class _Fields:
    algorithm: bytes
    issuer: bytes
    this_update: int
    next_update: int
    entries: tuple[int, int]
    extensions: bytes


def _fields(der: bytes, at: int, end: int) -> _Fields:
    """The fields of the signed part; entries and extensions stay unread until it is sure who made the list."""
    values: list[tuple[int, int, int, int]] = []
    while at < end:
        demand(len(values) < _MAX_FIELDS, "noise")
        tag, begin, stop = header(der, at, end)
        values.append((tag, at, begin, stop))
        at = stop
    if values and values[0][0] == _INTEGER:
        values.pop(0)
    algorithm, name, this_update, *rest = values
    demand((algorithm[0], name[0]) == (TAG_SEQUENCE, TAG_SEQUENCE), "noise")
    demand(bool(rest) and rest[0][0] in _TIMES, "a list without an end")
    next_update, *rest = rest
    entries, extended = (0, 0), b""
    if rest and rest[0][0] == TAG_SEQUENCE:
        entries = rest.pop(0)[2:]
    if rest and rest[0][0] == _EXTENSIONS:
        _, _, begin, stop = rest.pop(0)
        extended = contents(der[begin:stop], TAG_SEQUENCE)
    demand(not rest, "noise")
    return _Fields(
        der[algorithm[2] : algorithm[3]],
        der[name[1] : name[3]],
        _instant(this_update[0], der[this_update[2] : this_update[3]]),
        _instant(next_update[0], der[next_update[2] : next_update[3]]),
        entries,
        extended,
    )


def _told(der: bytes, fields: _Fields) -> RevocationList:
    told = extensions(fields.extensions)
    demand(_SCOPE not in told, "a part of a list")
    demand(all(oid in _UNDERSTOOD for oid, each in told.items() if each.critical), "a critical extension")
    base = _number(told.get(_DELTA))
    listed = Listed.of(_records(der, *fields.entries, may_take_off=base is not None))
    return RevocationList(
        hashlib.sha256(der).hexdigest(),
        datetime.fromtimestamp(fields.this_update, UTC),
        datetime.fromtimestamp(fields.next_update, UTC),
        _number(told.get(_NUMBER)),
        base,
        _urls(told.get(_FRESHEST)),
        listed,
    )


def _records(der: bytes, at: int, end: int, *, may_take_off: bool) -> Iterator[bytes]:
    while at < end:
        tag, begin, at = header(der, at, end)
        number_tag, number, stop = header(der, begin, at)
        serial = der[number:stop]
        time_tag, time, after = header(der, stop, at)
        if (tag, number_tag) != (TAG_SEQUENCE, _INTEGER):
            raise ValueError("no entry")
        since: int | None = _instant(time_tag, der[time:after])
        if after != at and _is_taken_off(der[after:at]):
            demand(may_take_off, "a complete list takes nothing off")
            since = None
        yield record(serial, since)


@lru_cache(maxsize=64)
def _is_taken_off(extended: bytes) -> bool:
    """What the extensions of an entry say; nearly all entries have one of a few."""
    told = extensions(contents(extended, TAG_SEQUENCE))
    demand(all(oid in _UNDERSTOOD_IN_ENTRY for oid, each in told.items() if each.critical), "a critical extension")
    return _REASON in told and told[_REASON].value == _REMOVED


def _instant(tag: int, text: bytes) -> int:
    """Seconds since 1970 of a UTCTime or GeneralizedTime as RFC 5280 §4.1.2.5 has them."""
    digits = text[:-1]
    if not (text.endswith(b"Z") and digits.isdigit() and (tag, len(digits)) in ((_UTC, 12), (_GENERALIZED, 14))):
        raise ValueError("no time")
    year = int(digits[:-10])
    if tag == _UTC:
        year += 1900 if year >= _FIRST_OF_1900S else 2000
    month, day, hour, minute, second = (int(digits[at : at + 2]) for at in range(len(digits) - 10, len(digits), 2))
    return int(datetime(year, month, day, hour, minute, second, tzinfo=UTC).timestamp())


def _algorithm(identifier: bytes) -> str:
    """The algorithm, which must have no parameters: left out, or NULL."""
    check_bounds(b"\x30\x80" + identifier + b"\0\0")
    (tag, oid), *parameters = children(identifier)
    demand(tag == _OID and parameters in _ABSENT_PARAMETERS, "an algorithm with parameters")
    return str(core.ObjectIdentifier(contents=oid).dotted)


def _number(extension: Extension | None) -> int | None:
    if extension is None:
        return None
    octets = contents(extension.value, _INTEGER)
    demand(0 < len(octets) <= _MAX_NUMBER_OCTETS, "no number of a list")
    return int.from_bytes(octets, "big", signed=True)


def _urls(freshest: Extension | None) -> tuple[str, ...]:
    """Where the list says its delta list lies."""
    if freshest is None:
        return ()
    points = asn1_x509.CRLDistributionPoints.load(freshest.value)
    return tuple(dict.fromkeys(point.url for point in points if point.url))


def _is_named(name: bytes, issuer: x509.Certificate) -> bool:
    own = issuer.subject.public_bytes()
    if name == own:
        return True
    check_bounds(name)
    return bool(asn1_x509.Name.load(name) == asn1_x509.Name.load(own))


def _may_sign_lists(issuer: x509.Certificate) -> bool:
    try:
        return issuer.extensions.get_extension_for_class(x509.KeyUsage).value.crl_sign
    except x509.ExtensionNotFound:
        return True
