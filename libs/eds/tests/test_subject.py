from typing import Any

import pytest
from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kezek.eds import Owner, Refusal, SignatureRefused
from kezek.eds.testing import HEAD, INDIVIDUAL, ORGANISATION, subject, usage

EMAIL = ExtendedKeyUsageOID.EMAIL_PROTECTION


def refusal(national: Any, **changes: Any) -> Refusal:
    with pytest.raises(SignatureRefused) as refused:
        national.verify(national.sign(signer=national.person(**changes)))
    return refused.value.code


@pytest.mark.parametrize(
    "changes",
    [
        {"key_usage": usage("digital_signature")},
        {"key_usage": usage("content_commitment")},
        {"key_usage": usage("digital_signature", "key_encipherment")},
        {"key_usage": None},
        {"extended": (ExtendedKeyUsageOID.CLIENT_AUTH, INDIVIDUAL)},
        {"extended": (ExtendedKeyUsageOID.ANY_EXTENDED_KEY_USAGE, INDIVIDUAL)},
        {"extended": (EMAIL,)},
        {"extended": ()},
    ],
)
def test_usage_and_extended_usage_and_owner_are_all_needed(national: Any, changes: dict[str, Any]) -> None:
    assert refusal(national, **changes) is Refusal.WRONG_PURPOSE


@pytest.mark.parametrize(
    "numbers", [[], ["991399000009"], ["IIN99139900000"], ["IIN9913990000099"], ["IIN99139900000X"]]
)
def test_refused_without_an_iin(national: Any, numbers: list[str]) -> None:
    name = subject("АТЫ ЖОҚ", [(NameOID.SERIAL_NUMBER, number) for number in numbers])
    assert refusal(national, subject=name) is Refusal.WITHOUT_IIN


def test_refused_with_two_iins(national: Any) -> None:
    numbers = [(NameOID.SERIAL_NUMBER, "IIN991399000009"), (NameOID.SERIAL_NUMBER, "IIN991399001809")]
    assert refusal(national, subject=subject("ЕКЕУ", numbers)) is Refusal.WITHOUT_IIN


def test_an_organisations_head_has_a_bin(national: Any) -> None:
    parts = [
        (NameOID.SERIAL_NUMBER, "IIN991399000009"),
        (NameOID.ORGANIZATION_NAME, "Балабақша"),
        (NameOID.ORGANIZATIONAL_UNIT_NAME, "BIN990000000001"),
    ]
    person = national.person(subject=subject("БАСШЫ", parts), extended=(EMAIL, ORGANISATION, HEAD))
    signer = national.verify(national.sign(signer=person))
    assert (signer.owner, signer.bin) == (Owner.HEAD, "990000000001")


def test_an_individual_has_none(national: Any) -> None:
    signer = national.verify(national.sign())
    assert (signer.owner, signer.bin, signer.iin) == (Owner.INDIVIDUAL, None, "991399000009")
    assert signer.algorithm == "rsa-2048-sha256"


def test_a_doubled_extension_is_malformed(national: Any) -> None:
    person = national.person()
    usage_bytes = bytes.fromhex("0603551d0f")
    doubled = person.der.replace(bytes.fromhex("0603551d25"), usage_bytes)
    with pytest.raises(x509.DuplicateExtension):
        _ = x509.load_der_x509_certificate(doubled).extensions
    cms = national.sign(signer=person).replace(person.der, doubled)
    with pytest.raises(SignatureRefused):
        national.verify(cms)
