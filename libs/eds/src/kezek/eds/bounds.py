"""What a stranger's ASN.1 may cost: its raw tags and lengths are walked before anything decodes them (X.690 §8.1).

asn1crypto decodes an object identifier in quadratic time and builds an object for each value; this walk does neither.
It takes what BER allows, indefinite lengths too, since clients send them.
"""

from kezek.eds.refusals import Refusal, SignatureRefused

MAX_DEPTH = 24  # a CMS with certificates needs 12
MAX_VALUES = 1500  # a certificate has some 90
MAX_OID_BYTES = 63  # what `cryptography` reads at most
MAX_NUMBER_BYTES = 1100  # an RSA modulus of 8192 bits has 1025
_INTEGER, _OBJECT_IDENTIFIER, _ENUMERATED, _RELATIVE_OID = 2, 6, 10, 13
_LONGEST = {
    _INTEGER: MAX_NUMBER_BYTES,
    _ENUMERATED: MAX_NUMBER_BYTES,
    _OBJECT_IDENTIFIER: MAX_OID_BYTES,
    _RELATIVE_OID: MAX_OID_BYTES,
}
_CONSTRUCTED, _NUMBER = 0x20, 0x1F
_INDEFINITE, _MAX_LENGTH_BYTES = 0x80, 4
_END_OF_CONTENTS = b"\x00\x00"
_Open = list[tuple[int, bool]]  # where each value that is not over must end, and whether it ends by a mark before that


def check_bounds(ber: bytes) -> None:
    """Refuse bytes that are not one value, or one that is too deep, of too many values, or with too long a number.

    Raises:
        SignatureRefused: `signature_malformed`.
    """
    try:
        _walk(ber)
    except IndexError as error:
        raise SignatureRefused(Refusal.MALFORMED, "it ends too early") from error


def _walk(ber: bytes) -> None:
    within: _Open = []
    position = _step(ber, 0, len(ber), within)
    for _ in range(MAX_VALUES):
        while within and within[-1] == (position, False):
            within.pop()
        if not within:
            return _demand(position == len(ber), "bytes after the value")
        end, marked = within[-1]
        if marked and ber[position : min(position + 2, end)] == _END_OF_CONTENTS:
            within.pop()
            position += len(_END_OF_CONTENTS)
        else:
            position = _step(ber, position, end, within)
    raise SignatureRefused(Refusal.MALFORMED, "too many values")


def _step(ber: bytes, at: int, limit: int, within: _Open) -> int:
    """Over a primitive value, or into a constructed one; none may reach beyond the one that holds it."""
    tag, length, begins = ber[at], ber[at + 1], at + 2
    constructed, marked = bool(tag & _CONSTRUCTED), length == _INDEFINITE
    kind = tag & ~_CONSTRUCTED
    _demand(kind != 0 and tag & _NUMBER != _NUMBER, "an odd tag")
    if length > _INDEFINITE:
        octets = length - _INDEFINITE
        _demand(octets <= _MAX_LENGTH_BYTES, "an odd length")
        length = int.from_bytes(ber[begins : begins + octets], "big")
        begins += octets
    end = limit if marked else begins + length
    _demand(begins <= end <= limit and constructed >= marked, "an odd length")
    _demand(end - begins <= _LONGEST.get(kind, limit), "too long a number")
    if not constructed:
        return end
    _demand(len(within) < MAX_DEPTH, "too deep")
    within.append((end, marked))
    return begins


def _demand(condition: bool, detail: str) -> None:
    if not condition:
        raise SignatureRefused(Refusal.MALFORMED, detail)
