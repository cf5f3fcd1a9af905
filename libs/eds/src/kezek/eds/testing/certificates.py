"""Certificates of the national profile, right and wrong ones, for tests and the sandbox's authority (domain §11)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

from kezek.eds.subject import Purpose

INDIVIDUAL = ObjectIdentifier("1.2.398.3.3.4.1.1")
HEAD = ObjectIdentifier("1.2.398.3.3.4.1.2.1")
ORGANISATION = ObjectIdentifier("1.2.398.3.3.4.1.2")
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


@dataclass(frozen=True, slots=True)
class Profile:
    """What a certificate shall say."""

    subject: x509.Name
    not_before: datetime
    not_after: datetime
    key_usage: x509.KeyUsage | None = None
    extended: tuple[ObjectIdentifier, ...] = ()
    extensions: tuple[tuple[x509.ExtensionType, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Certified:
    """A certificate with its private key."""

    certificate: x509.Certificate
    key: rsa.RSAPrivateKey

    @property
    def der(self) -> bytes:
        """The certificate's bytes."""
        return self.certificate.public_bytes(serialization.Encoding.DER)

    @property
    def pem(self) -> bytes:
        """The certificate as PEM."""
        return self.certificate.public_bytes(serialization.Encoding.PEM)


def personal(
    name: x509.Name, purpose: Purpose, not_before: datetime, not_after: datetime, owner: ObjectIdentifier = INDIVIDUAL
) -> Profile:
    """The national profile of a login or a signing key (domain §11)."""
    login = purpose is Purpose.LOGIN
    extended = ExtendedKeyUsageOID.CLIENT_AUTH if login else ExtendedKeyUsageOID.EMAIL_PROTECTION
    return Profile(
        subject=name,
        not_before=not_before,
        not_after=not_after,
        key_usage=usage("digital_signature", "key_encipherment" if login else "content_commitment"),
        extended=(extended, owner),
    )


def issue(key: rsa.RSAPrivateKey, issuer: Certified | None, profile: Profile) -> Certified:
    """A certificate for this key, by the issuer or, without one, by itself."""
    builder = (
        x509.CertificateBuilder()
        .subject_name(profile.subject)
        .issuer_name(profile.subject if issuer is None else issuer.certificate.subject)
        .public_key(key.public_key())
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
    return Certified(builder.sign(key if issuer is None else issuer.key, hashes.SHA256()), key)


def new_authority(
    name: str, at: datetime, issuer: Certified | None = None, *, path_length: int | None = None
) -> Certified:
    """A root, or with an issuer an intermediate authority, valid for ten years to both sides."""
    profile = Profile(
        subject=subject(name),
        not_before=at - _TEN_YEARS,
        not_after=at + _TEN_YEARS,
        key_usage=usage("key_cert_sign", "crl_sign"),
        extensions=((x509.BasicConstraints(ca=True, path_length=path_length), True),),
    )
    return issue(new_key(), issuer, profile)
