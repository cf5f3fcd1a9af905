"""How a person is called by their certificate (domain §11)."""

from cryptography import x509
from cryptography.x509.oid import NameOID

from kezek.contracts.lines import shown
from kezek.eds import signer_certificate


def display_name(certificate_der: bytes) -> str:
    """CN holds surname and given name, G the patronymic in the national profile."""
    subject = x509.load_der_x509_certificate(certificate_der).subject
    parts = [
        shown(str(attribute.value))
        for oid in (NameOID.COMMON_NAME, NameOID.GIVEN_NAME)
        for attribute in subject.get_attributes_for_oid(oid)[:1]
    ]
    return " ".join(part for part in parts if part)


def signer_name(cms: bytes) -> str:
    """What the certificate calls who made a signature that was found good."""
    return display_name(signer_certificate(cms))
