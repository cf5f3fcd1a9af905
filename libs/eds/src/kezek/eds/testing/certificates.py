"""Certificates of the national profile, right and wrong ones, for tests and the sandbox's authority (domain §11)."""

import functools
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID, ObjectIdentifier

from kezek.eds.der import Certificate, KeyInfo
from kezek.eds.subject import Purpose
from kezek.eds.testing.keys import PrivateKey, public_key_info, signature, signature_algorithm

INDIVIDUAL = ObjectIdentifier("1.2.398.3.3.4.1.1")
ORGANISATION = ObjectIdentifier("1.2.398.3.3.4.1.2")
HEAD = ObjectIdentifier("1.2.398.3.3.4.1.2.1")
MAY_SIGN = ObjectIdentifier("1.2.398.3.3.4.1.2.2")
EMPLOYEE = ObjectIdentifier("1.2.398.3.3.4.1.2.5")
_USAGES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
    "encipher_only",
    "decipher_only",
)
_TEN_YEARS = timedelta(days=3650)


def new_key(bits: int = 2048) -> rsa.RSAPrivateKey:
    """A fresh RSA key; it takes some 50 ms and lets other threads run."""
    return rsa.generate_private_key(65537, bits)


def usage(*on: str) -> x509.KeyUsage:
    """A KeyUsage with these bits."""
    return x509.KeyUsage(**{name: name in on for name in _USAGES})


def subject(common_name: str, extra: Iterable[tuple[ObjectIdentifier, str]] = ()) -> x509.Name:
    """A subject's name in the order of the national authority."""
    parts = ((NameOID.COUNTRY_NAME, "KZ"), (NameOID.COMMON_NAME, common_name), *extra)
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in parts])


def individual(surname: str, given: str, patronymic: str, iin: str) -> x509.Name:
    """An individual's subject: CN, SN, G and serialNumber=IIN… (domain §11)."""
    parts = [(NameOID.SURNAME, surname), (NameOID.SERIAL_NUMBER, f"IIN{iin}")]
    if patronymic:
        parts.append((NameOID.GIVEN_NAME, patronymic))
    return subject(f"{surname} {given}".strip(), parts)


def of_organisation(name: x509.Name, organisation: str, number: str) -> x509.Name:
    """An individual's subject in an organisation: O and OU=BIN… beside it (domain §11)."""
    parts = ((NameOID.ORGANIZATION_NAME, organisation), (NameOID.ORGANIZATIONAL_UNIT_NAME, f"BIN{number}"))
    return x509.Name([*name, *(x509.NameAttribute(oid, value) for oid, value in parts)])


def sources(ocsp: str, crl: str, delta: str = "") -> tuple[tuple[x509.ExtensionType, bool], ...]:
    """Where one asks whether a certificate is revoked: AIA, CRL distribution point and, if named, freshest CRL."""
    access = x509.AccessDescription(AuthorityInformationAccessOID.OCSP, x509.UniformResourceIdentifier(ocsp))
    freshest = ((x509.FreshestCRL([_point(delta)]), False),) if delta else ()
    return (
        (x509.AuthorityInformationAccess([access]), False),
        (x509.CRLDistributionPoints([_point(crl)]), False),
        *freshest,
    )


def _point(url: str) -> x509.DistributionPoint:
    return x509.DistributionPoint([x509.UniformResourceIdentifier(url)], None, None, None)


@dataclass(frozen=True, slots=True)
class Profile:
    """What a certificate shall say."""

    subject: x509.Name
    not_before: datetime
    not_after: datetime
    key_usage: x509.KeyUsage | None = None
    extended: tuple[ObjectIdentifier, ...] = ()
    extensions: tuple[tuple[x509.ExtensionType, bool], ...] = ()

    def extended_by(self, extensions: tuple[tuple[x509.ExtensionType, bool], ...]) -> "Profile":
        """The same with these extensions besides, as of `sources`."""
        return replace(self, extensions=(*self.extensions, *extensions))


@dataclass(frozen=True, slots=True)
class Certified:
    """A certificate with its private key."""

    certificate: x509.Certificate
    key: PrivateKey

    @property
    def der(self) -> bytes:
        """The certificate's bytes."""
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def pem(self) -> bytes:
        """The certificate as PEM."""
        return self.certificate.public_bytes(serialization.Encoding.PEM)


def personal(
    name: x509.Name,
    purpose: Purpose,
    not_before: datetime,
    not_after: datetime,
    owners: Iterable[ObjectIdentifier] = (INDIVIDUAL,),
) -> Profile:
    """The national profile of a login or a signing key (domain §11)."""
    login = purpose is Purpose.LOGIN
    extended = ExtendedKeyUsageOID.CLIENT_AUTH if login else ExtendedKeyUsageOID.EMAIL_PROTECTION
    return Profile(
        subject=name,
        not_before=not_before,
        not_after=not_after,
        key_usage=usage("digital_signature", "key_encipherment" if login else "content_commitment"),
        extended=(extended, *owners),
    )


def personal_gost(
    name: x509.Name, not_before: datetime, not_after: datetime, owners: Iterable[ObjectIdentifier] = (INDIVIDUAL,)
) -> Profile:
    """The national profile of a GOST key, which serves login and signing (as the authority's own test keys do)."""
    return Profile(
        subject=name,
        not_before=not_before,
        not_after=not_after,
        key_usage=usage("digital_signature", "content_commitment", "key_agreement"),
        extended=(ExtendedKeyUsageOID.EMAIL_PROTECTION, *owners),
    )


def issue(key: PrivateKey, issuer: Certified | None, profile: Profile) -> Certified:
    """A certificate for this key, by the issuer or, without one, by itself."""
    signing_key = key if issuer is None else issuer.key
    builder = _builder(issuer, profile)
    if isinstance(key, rsa.RSAPrivateKey) and isinstance(signing_key, rsa.RSAPrivateKey):
        return Certified(builder.public_key(key.public_key()).sign(signing_key, hashes.SHA256()), key)
    return Certified(_with_gost(builder, key, signing_key), key)


@functools.cache
def _stand_in() -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def _with_gost(builder: x509.CertificateBuilder, key: PrivateKey, signing_key: PrivateKey) -> x509.Certificate:
    """`cryptography` cannot write GOST: another key stands in, and is replaced with what it signed."""
    draft = builder.public_key(_stand_in().public_key()).sign(_stand_in(), hashes.SHA256())
    certificate = Certificate.load(draft.public_bytes(serialization.Encoding.DER))
    tbs = certificate["tbs_certificate"]
    tbs["subject_public_key_info"] = KeyInfo.load(public_key_info(key))
    tbs["signature"] = certificate["signature_algorithm"] = signature_algorithm(signing_key)
    certificate["signature_value"] = signature(signing_key, tbs.dump())
    return x509.load_der_x509_certificate(certificate.dump())


def _builder(issuer: Certified | None, profile: Profile) -> x509.CertificateBuilder:
    builder = (
        x509.CertificateBuilder()
        .subject_name(profile.subject)
        .issuer_name(profile.subject if issuer is None else issuer.certificate.subject)
        .serial_number(x509.random_serial_number())
        .not_valid_before(profile.not_before)
        .not_valid_after(profile.not_after)
    )
    extensions = list(profile.extensions)
    if profile.key_usage is not None:
        extensions.append((profile.key_usage, True))
    if profile.extended:
        extensions.append((x509.ExtendedKeyUsage(profile.extended), False))
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    return builder


def new_authority(
    name: str,
    at: datetime,
    issuer: Certified | None = None,
    *,
    key: PrivateKey | None = None,
    path_length: int | None = None,
    where: tuple[tuple[x509.ExtensionType, bool], ...] = (),
) -> Certified:
    """A root, or with an issuer an intermediate authority, valid for ten years to both sides; RSA unless given a key.

    `where` is what `sources` says of the issuer's answers.
    """
    profile = Profile(
        subject=subject(name),
        not_before=at - _TEN_YEARS,
        not_after=at + _TEN_YEARS,
        key_usage=usage("key_cert_sign", "crl_sign"),
        extensions=((x509.BasicConstraints(ca=True, path_length=path_length), True), *where),
    )
    return issue(key or new_key(), issuer, profile)
