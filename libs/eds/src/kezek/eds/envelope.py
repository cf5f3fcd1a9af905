"""The CMS envelope: its spellings, and the few parts of it that verification relies on (RFC 5652).

Everything asn1crypto parses lazily is read here, once, into plain values; nothing outside this file meets its objects.
"""

import base64
import binascii
from collections.abc import Iterable
from dataclasses import dataclass

from asn1crypto import algos, cms, core, tsp, x509

from kezek.eds.algorithms import digest
from kezek.eds.bounds import check_bounds
from kezek.eds.der import pieces
from kezek.eds.refusals import Refusal, SignatureRefused

MAX_CMS_BYTES = 64 * 1024
MAX_CERTIFICATES = 6
MAX_CERTIFICATE_BYTES = 8 * 1024  # the authority's have some 2
_MAX_TEXT = MAX_CMS_BYTES * 3 // 2
_DER_SEQUENCE = 0x30
_ABSENT_OR_NULL = (b"", b"\x05\x00")
_ARMOURS = ("CMS", "PKCS7")
_UNREADABLE = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError, RecursionError, EOFError)


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a detached CMS of one signer says, not yet believed."""

    certificates: tuple[bytes, ...]
    signer_certificate: bytes
    digest_algorithm: str
    signature_algorithm: str
    message_digest: bytes
    signed_attributes: bytes
    signature: bytes


def normalise_cms(cms_text: str | bytes) -> bytes:
    """The DER or BER bytes of a CMS given as PEM, base64 or bytes, as NCALayer's modules do (domain §11)."""
    if isinstance(cms_text, bytes) and cms_text[:1] == bytes([_DER_SEQUENCE]):
        return _capped(cms_text)
    if len(cms_text) > _MAX_TEXT:
        raise SignatureRefused(Refusal.TOO_LARGE)
    try:
        text = cms_text if isinstance(cms_text, str) else cms_text.decode()
        return _capped(base64.b64decode("".join(_without_armour(text).split()).encode("ascii"), validate=True))
    except (UnicodeError, binascii.Error) as error:
        raise SignatureRefused(Refusal.MALFORMED, "neither DER, PEM nor base64") from error


def _without_armour(text: str) -> str:
    body = text.removeprefix("\ufeff").strip()  # as editors of Windows leave it
    for label in _ARMOURS:
        begin, end = f"-----BEGIN {label}-----", f"-----END {label}-----"
        if body.startswith(begin) and body.endswith(end):
            return body.removeprefix(begin).removesuffix(end)
    return body


def _capped(cms_bytes: bytes) -> bytes:
    if len(cms_bytes) > MAX_CMS_BYTES:
        raise SignatureRefused(Refusal.TOO_LARGE)
    return cms_bytes


def read_envelope(cms_bytes: bytes) -> Envelope:
    """Read a detached CMS with exactly one signer; anything else is refused."""
    check_bounds(_capped(cms_bytes))
    try:
        return _read(cms_bytes)
    except _UNREADABLE as error:
        raise SignatureRefused(Refusal.MALFORMED, type(error).__name__) from error


def signer_certificate(cms_bytes: bytes) -> bytes:
    """The DER of the certificate by which a CMS of one signer was made; not believed by being read."""
    return read_envelope(cms_bytes).signer_certificate


def _read(cms_bytes: bytes) -> Envelope:
    outer = cms.ContentInfo.load(cms_bytes, strict=True)
    _demand(outer["content_type"].native == "signed_data", "not signed data")
    signed: cms.SignedData = outer["content"]
    _check_content(signed)
    signer = _only_signer(signed["signer_infos"])
    digest = _plain_algorithm(signer["digest_algorithm"])
    _demand({_plain_algorithm(item) for item in signed["digest_algorithms"]} == {digest}, "other digest announced")
    certificates = _certificates(signed["certificates"])
    signed_attributes = signer["signed_attrs"]
    _demand(isinstance(signed_attributes, cms.CMSAttributes), "no signed attributes")
    certificate = _signer_certificate(signer, signed["version"].native, certificates)
    return Envelope(
        certificates=certificates,
        signer_certificate=certificate,
        digest_algorithm=digest,
        signature_algorithm=_plain_algorithm(signer["signature_algorithm"]),
        message_digest=_message_digest(signed_attributes, certificate),
        signed_attributes=signed_attributes.untag().dump(),
        signature=signer["signature"].native,
    )


def _demand(condition: bool, detail: str) -> None:
    if not condition:
        raise SignatureRefused(Refusal.MALFORMED, detail)


def _check_content(signed: cms.SignedData) -> None:
    content = signed["encap_content_info"]
    _demand(content["content_type"].native == "data", "content is not plain data")
    if not isinstance(content["content"], core.Void):
        raise SignatureRefused(Refusal.CONTENT_INSIDE)


def _only_signer(signers: cms.SignerInfos) -> cms.SignerInfo:
    if len(signers) == 0:
        raise SignatureRefused(Refusal.NO_SIGNER)
    if len(signers) > 1:
        raise SignatureRefused(Refusal.SEVERAL_SIGNERS)
    return signers[0]


def _plain_algorithm(algorithm: algos.DigestAlgorithm | algos.SignedDigestAlgorithm) -> str:
    """The dotted OID; parameters must be absent or NULL, as those of all supported algorithms are."""
    if algorithm["parameters"].dump() not in _ABSENT_OR_NULL:
        raise SignatureRefused(Refusal.ALGORITHM, algorithm["algorithm"].dotted)
    return str(algorithm["algorithm"].dotted)


def _certificates(field: cms.CertificateSet) -> tuple[bytes, ...]:
    if isinstance(field, core.Void) or len(field) == 0:
        raise SignatureRefused(Refusal.NO_CERTIFICATE)
    if len(field) > MAX_CERTIFICATES:
        raise SignatureRefused(Refusal.TOO_MANY_CERTIFICATES)
    found = tuple(pieces(field.contents))
    if max(map(len, found)) > MAX_CERTIFICATE_BYTES:
        raise SignatureRefused(Refusal.TOO_LARGE, "a certificate")
    _demand(all(der[0] == _DER_SEQUENCE for der in found), "an obsolete kind of certificate")
    return found


def _signer_certificate(signer: cms.SignerInfo, version: str, certificates: Iterable[bytes]) -> bytes:
    sid = signer["sid"]
    by_serial = sid.name == "issuer_and_serial_number"
    _demand(signer["version"].native == version == ("v1" if by_serial else "v3"), "version does not fit the signer")
    named = {der for der in certificates if _is_named(x509.Certificate.load(der), sid, by_serial=by_serial)}
    if not named:
        raise SignatureRefused(Refusal.NO_CERTIFICATE, "the signer's own is missing")
    _demand(len(named) == 1, "two certificates answer to the signer's name")
    return named.pop()


def _is_named(certificate: x509.Certificate, sid: cms.SignerIdentifier, *, by_serial: bool) -> bool:
    if not by_serial:
        return bool(certificate.key_identifier is not None and certificate.key_identifier == sid.chosen.native)
    same_serial = certificate.serial_number == sid.chosen["serial_number"].native
    return bool(same_serial and certificate.issuer.dump() == sid.chosen["issuer"].dump())


def _message_digest(attributes: cms.CMSAttributes, certificate: bytes) -> bytes:
    types = [attribute["type"].native for attribute in attributes]
    _demand(len(types) == len(set(types)), "a signed attribute stands twice")
    values = {attribute["type"].native: attribute["values"] for attribute in attributes}
    _demand({"content_type", "message_digest"} <= values.keys(), "signed attributes lack the digest")
    _demand(len(values["content_type"]) == len(values["message_digest"]) == 1, "a signed attribute has several values")
    _demand(values["content_type"][0].native == "data", "signed attributes name other content")
    if "signing_certificate_v2" in values:
        _check_bound_certificate(values["signing_certificate_v2"][0], certificate)
    return bytes(values["message_digest"][0].native)


def _check_bound_certificate(bound: tsp.SigningCertificateV2, certificate: bytes) -> None:
    """A signature bound to one certificate does not count under another of the same key (RFC 5035)."""
    first = bound["certs"][0]
    if digest(first["hash_algorithm"]["algorithm"].dotted, certificate) != first["cert_hash"].native:
        raise SignatureRefused(Refusal.INVALID, "bound to another certificate")
