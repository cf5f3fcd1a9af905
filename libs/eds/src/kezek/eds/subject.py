"""Whose certificate it is and what it may be used for: the national profile (domain §11)."""

import re
from enum import StrEnum

from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

from kezek.eds import gost
from kezek.eds.refusals import Refusal, SignatureRefused


class Purpose(StrEnum):
    """What the signature is for; with RSA each has its own key, with GOST one key serves both."""

    LOGIN = "login"
    SIGN = "sign"


class Owner(StrEnum):
    """The owner's kind; the narrowest that the certificate names."""

    INDIVIDUAL = "individual"
    HEAD = "head"
    MAY_SIGN = "may_sign"
    EMPLOYEE = "employee"
    ORGANISATION = "organisation"


_OWNERS = {
    "1.2.398.3.3.4.1.2.1": Owner.HEAD,
    "1.2.398.3.3.4.1.2.2": Owner.MAY_SIGN,
    "1.2.398.3.3.4.1.2.5": Owner.EMPLOYEE,
    "1.2.398.3.3.4.1.2": Owner.ORGANISATION,
    "1.2.398.3.3.4.1.1": Owner.INDIVIDUAL,
}


def check_purpose(certificate: x509.Certificate, purpose: Purpose) -> Owner:
    """Refuse a key that is not for this purpose by KeyUsage *and* extended key usage; answer whose kind it is."""
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
        extended = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except x509.ExtensionNotFound as error:
        raise SignatureRefused(Refusal.WRONG_PURPOSE, "no key usage") from error
    if purpose is Purpose.LOGIN and not gost.is_gost(certificate):
        fits = usage.key_encipherment and ExtendedKeyUsageOID.CLIENT_AUTH in extended
    else:  # the signing key; the national authority's GOST certificates name nothing else, and it signs in as well
        fits = usage.content_commitment and ExtendedKeyUsageOID.EMAIL_PROTECTION in extended
    if not (usage.digital_signature and fits):
        raise SignatureRefused(Refusal.WRONG_PURPOSE)
    for oid, owner in _OWNERS.items():
        if ObjectIdentifier(oid) in extended:
            return owner
    raise SignatureRefused(Refusal.WRONG_PURPOSE, "owner's kind is not named")


def iin_of(certificate: x509.Certificate) -> str:
    """The IIN in the subject's one serialNumber."""
    found = _numbers(certificate, NameOID.SERIAL_NUMBER, "IIN")
    if len(found) != 1:
        raise SignatureRefused(Refusal.WITHOUT_IIN)
    return found[0]


def bin_of(certificate: x509.Certificate) -> str | None:
    """The organisation's BIN, if the certificate names exactly one."""
    found = _numbers(certificate, NameOID.ORGANIZATIONAL_UNIT_NAME, "BIN")
    return found[0] if len(found) == 1 else None


def _numbers(certificate: x509.Certificate, attribute: ObjectIdentifier, prefix: str) -> list[str]:
    values = [str(item.value) for item in certificate.subject.get_attributes_for_oid(attribute)]
    return [value.removeprefix(prefix) for value in values if re.fullmatch(f"{prefix}[0-9]{{12}}", value)]
