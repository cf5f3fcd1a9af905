"""What an authority says of its certificates: revocation lists (RFC 5280) and OCSP answers (RFC 6960)."""

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from asn1crypto import algos, core, crl, ocsp
from asn1crypto import x509 as asn1_x509
from cryptography.x509.oid import ObjectIdentifier

from kezek.eds.der import Certificate
from kezek.eds.ocsp import name_and_key_hash
from kezek.eds.testing.certificates import Certified
from kezek.eds.testing.keys import signature, signature_algorithm

_SHORT = 0x7F
OCSP_SIGNING = ObjectIdentifier("1.3.6.1.5.5.7.3.9")


class _Certificates(core.SequenceOf):  # type: ignore[misc]  # asn1crypto has no types
    _child_spec = Certificate


class _BasicResponse(ocsp.BasicOCSPResponse):  # type: ignore[misc]  # the same
    """asn1crypto's own could not write GOST certificates."""

    _fields = [  # noqa: RUF012
        (field[0], _Certificates, *field[2:]) if field[0] == "certs" else field
        for field in ocsp.BasicOCSPResponse._fields
    ]


@dataclass(frozen=True, slots=True)
class Revoked:
    """One certificate that counts no more since an instant."""

    serial: int
    at: datetime
    reason: str = "key_compromise"


def make_crl(
    authority: Certified,
    revoked: Iterable[Revoked],
    this_update: datetime,
    next_update: datetime,
    extensions: Iterable[crl.TBSCertListExtension] = (),
    *,
    number: int = 1,
    base: int | None = None,
) -> bytes:
    """A revocation list of this authority as DER; with `base` a delta list upon the complete list of that number.

    Half a million entries take some seconds.
    """
    algorithm = signature_algorithm(authority.key).dump()
    entries = b"".join(map(_entry, revoked))
    numbered: list[dict[str, object]] = [{"extn_id": "crl_number", "extn_value": core.Integer(number)}]
    if base is not None:
        numbered.append({"extn_id": "delta_crl_indicator", "critical": True, "extn_value": core.Integer(base)})
    fields = (
        core.Integer(1).dump(),
        algorithm,
        asn1_x509.Certificate.load(authority.der).subject.dump(),
        _time(this_update),
        _time(next_update),
        _value(0x30, entries) if entries else b"",
        _value(0xA0, crl.TBSCertListExtensions([*numbered, *extensions]).dump()),
    )
    signed = _value(0x30, b"".join(fields))
    return _value(0x30, signed + algorithm + core.OctetBitString(signature(authority.key, signed)).dump())


def _entry(revoked: Revoked) -> bytes:
    serial = revoked.serial.to_bytes(revoked.serial.bit_length() // 8 + 1, "big")
    return _value(0x30, _value(0x02, serial) + _time(revoked.at) + _reason(revoked.reason))


@functools.cache
def _reason(reason: str) -> bytes:
    return bytes(crl.CRLEntryExtensions([{"extn_id": "crl_reason", "extn_value": crl.CRLReason(reason)}]).dump())


def _time(instant: datetime) -> bytes:
    return _value(0x17, f"{instant.astimezone(UTC):%y%m%d%H%M%S}Z".encode())


def _value(tag: int, contents: bytes) -> bytes:
    """DER of these contents; asn1crypto takes half a minute for a list of production size."""
    size = len(contents)
    if size <= _SHORT:
        return bytes((tag, size)) + contents
    octets = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes((tag, 0x80 | len(octets))) + octets + contents


@dataclass(frozen=True, slots=True)
class Said:
    """What an OCSP responder says of one certificate; `status` is good, revoked or unknown."""

    status: str
    this_update: datetime
    next_update: datetime | None
    revoked_at: datetime | None = None
    nonce: bytes | None = None
    id_hash: str = "sha1"


def make_ocsp(
    serial: int, issuer: Certified, said: Said, produced_at: datetime, responder: Certified | None = None
) -> bytes:
    """An OCSP answer about this certificate as DER: by the issuer itself, or by a responder whom it certified."""
    signer = responder or issuer
    data = ocsp.ResponseData(_response_data((serial, issuer), said, signer, produced_at))
    basic: dict[str, object] = {
        "tbs_response_data": data,
        "signature_algorithm": signature_algorithm(signer.key),
        "signature": signature(signer.key, data.dump()),
    }
    if responder is not None:
        basic["certs"] = [Certificate.load(responder.der)]
    body = {"response_type": "basic_ocsp_response", "response": _BasicResponse(basic)}
    return bytes(ocsp.OCSPResponse({"response_status": "successful", "response_bytes": body}).dump())


def refuse_ocsp(status: str) -> bytes:
    """The answer of a responder that does not answer: `try_later`, `unauthorized` and others."""
    return bytes(ocsp.OCSPResponse({"response_status": status}).dump())


def _response_data(
    about: tuple[int, Certified], said: Said, signer: Certified, produced_at: datetime
) -> dict[str, object]:
    serial, issuer = about
    name, key = name_and_key_hash(issuer.certificate, said.id_hash)
    single: dict[str, object] = {
        "cert_id": {
            "hash_algorithm": algos.DigestAlgorithm({"algorithm": said.id_hash}),
            "issuer_name_hash": name,
            "issuer_key_hash": key,
            "serial_number": serial,
        },
        "cert_status": _status(said),
        "this_update": said.this_update.replace(microsecond=0),
    }
    if said.next_update is not None:
        single["next_update"] = said.next_update.replace(microsecond=0)
    data: dict[str, object] = {
        "responder_id": ocsp.ResponderId("by_key", name_and_key_hash(signer.certificate)[1]),
        "produced_at": produced_at.replace(microsecond=0),
        "responses": [single],
    }
    if said.nonce is not None:
        data["response_extensions"] = [{"extn_id": "nonce", "extn_value": core.OctetString(said.nonce)}]
    return data


def _status(said: Said) -> ocsp.CertStatus:
    if said.revoked_at is None:
        return ocsp.CertStatus(said.status, core.Null())
    info = {"revocation_time": said.revoked_at.replace(microsecond=0), "revocation_reason": "key_compromise"}
    return ocsp.CertStatus("revoked", ocsp.RevokedInfo(info))
