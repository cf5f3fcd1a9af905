"""Detached signatures as NCALayer makes them, and every wrong kind of them, for tests and the sandbox (domain §11)."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import algos, cms, core, tsp
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding

from kezek.eds import botan, gost
from kezek.eds.der import Certificate
from kezek.eds.testing.certificates import Certified
from kezek.eds.testing.keys import GostKey

_DIGESTS: dict[str, hashes.HashAlgorithm] = {
    "md5": hashes.MD5(),  # noqa: S303 - wrong on purpose: tests show that it is refused
    "sha1": hashes.SHA1(),  # noqa: S303 - the same
    "sha256": hashes.SHA256(),
    "sha512": hashes.SHA512(),
}
_STAMPING = "1.2.398.3.3.2.6.1"  # a policy of time stamps
Attributes = list[cms.CMSAttribute]


class _Choices(cms.CertificateChoices):  # type: ignore[misc]  # asn1crypto has no types
    _alternatives = [("certificate", Certificate), *cms.CertificateChoices._alternatives[1:]]  # noqa: RUF012, SLF001


class _Certificates(core.SetOf):  # type: ignore[misc]  # the same
    _child_spec = _Choices


class _SignedData(cms.SignedData):  # type: ignore[misc]  # the same
    """asn1crypto's own could not write GOST certificates."""

    _fields = [  # noqa: RUF012
        (field[0], _Certificates, *field[2:]) if field[0] == "certificates" else field
        for field in cms.SignedData._fields
    ]


@dataclass(frozen=True, slots=True)
class Seal:
    """How a CMS is put together; the defaults are right. Without a digest it is the one that the key goes with.

    `digested`: the content is a digest already. `stamped_by`: who says when the signature was there (CAdES-T).
    """

    digest: str | None = None
    signers: int = 1
    content_type: str = "data"
    encapsulated: bytes | tsp.TSTInfo | None = None
    digested: bool = False
    stamped_by: Certified | None = None
    bound_to: bytes | None = None
    attributes: Callable[[Attributes], Attributes] | None = None
    change: Callable[[cms.SignedData], None] | None = None


RIGHT = Seal()


def seal(content: bytes, signer: Certified, chain: Iterable[Certified], at: datetime, how: Seal = RIGHT) -> bytes:
    """A CMS over the content by this signer, with its certificate and these of the chain inside."""
    inside: dict[str, object] = {"content_type": how.content_type}
    if how.encapsulated is not None:
        inside["content"] = how.encapsulated
    data = _SignedData(
        {
            "version": "v1" if how.content_type == "data" else "v3",
            "digest_algorithms": [_digest_algorithm(signer, how)],
            "encap_content_info": inside,
            "certificates": [Certificate.load(item.der) for item in (signer, *chain)],
            "signer_infos": [_signer_info(content, signer, at, how) for _ in range(how.signers)],
        }
    )
    if how.change is not None:
        how.change(data)
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": data}).dump())


def _digest_name(signer: Certified, how: Seal) -> str:
    return how.digest or (gost.DIGEST if isinstance(signer.key, GostKey) else "sha256")


def _digest_algorithm(signer: Certified, how: Seal) -> algos.DigestAlgorithm:
    return algos.DigestAlgorithm({"algorithm": _digest_name(signer, how)})


def _digest(name: str, content: bytes) -> bytes:
    return botan.streebog512(content) if name == gost.DIGEST else hashlib.new(name, content).digest()


def _sign(signer: Certified, how: Seal, signed: bytes) -> bytes:
    if isinstance(signer.key, GostKey):
        return signer.key.sign(signed)
    return signer.key.sign(signed, padding.PKCS1v15(), _DIGESTS[_digest_name(signer, how)])


def time_stamp(stamped: bytes, authority: Certified, at: datetime) -> bytes:
    """What a time-stamping authority says of these bytes: they were there at this instant (RFC 3161)."""
    imprint = {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": hashlib.sha256(stamped).digest()}
    info = {"version": "v1", "policy": _STAMPING, "message_imprint": imprint, "serial_number": 1, "gen_time": at}
    said = tsp.TSTInfo(info)
    return seal(said.dump(), authority, (), at, Seal(content_type="tst_info", encapsulated=said))


def _signer_info(content: bytes, signer: Certified, at: datetime, how: Seal) -> cms.SignerInfo:
    certificate = Certificate.load(signer.der)
    sid = cms.IssuerAndSerialNumber({"issuer": certificate.issuer, "serial_number": certificate.serial_number})
    attributes = cms.CMSAttributes(_attributes(content, signer, at, how))
    signed = _sign(signer, how, attributes.dump())
    return cms.SignerInfo(
        {
            "version": "v1",
            "sid": cms.SignerIdentifier({"issuer_and_serial_number": sid}),
            "digest_algorithm": _digest_algorithm(signer, how),
            "signed_attrs": attributes,
            "signature_algorithm": algos.SignedDigestAlgorithm({"algorithm": _algorithm_name(signer)}),
            "signature": signed,
            "unsigned_attrs": _unsigned(signed, at, how),
        }
    )


def _unsigned(signed: bytes, at: datetime, how: Seal) -> cms.CMSAttributes | None:
    if how.stamped_by is None:
        return None
    stamp = cms.ContentInfo.load(time_stamp(signed, how.stamped_by, at))
    return cms.CMSAttributes([_attribute("signature_time_stamp_token", stamp)])


def _algorithm_name(signer: Certified) -> str:
    return gost.SIGNATURE if isinstance(signer.key, GostKey) else "rsassa_pkcs1v15"


def _attributes(content: bytes, signer: Certified, at: datetime, how: Seal) -> Attributes:
    bound = hashlib.sha256(how.bound_to or signer.der).digest()
    certificate_id = tsp.ESSCertIDv2({"hash_algorithm": {"algorithm": "sha256"}, "cert_hash": bound})
    digest = content if how.digested else _digest(_digest_name(signer, how), content)
    listed = [
        _attribute("content_type", how.content_type),
        _attribute("message_digest", digest),
        _attribute("signing_time", cms.Time({"utc_time": at})),
        _attribute("signing_certificate_v2", tsp.SigningCertificateV2({"certs": [certificate_id]})),
    ]
    return listed if how.attributes is None else how.attributes(listed)


def _attribute(kind: str, value: object) -> cms.CMSAttribute:
    return cms.CMSAttribute({"type": kind, "values": [value]})
