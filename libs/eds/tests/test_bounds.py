"""Signatures made to cost much are refused before they do; what real clients send is accepted."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from hypothesis import given, settings
from hypothesis import strategies as st

from kezek.eds import Purpose, Refusal, SignatureRefused, TrustList, algorithms, normalise_cms, verify_detached
from kezek.eds.bounds import MAX_DEPTH, MAX_NUMBER_BYTES, MAX_OID_BYTES, MAX_VALUES, check_bounds
from kezek.eds.chain import MAX_CHECKS
from kezek.eds.testing import crossed, giant_oids, issue, long_exponent_key, new_gost_key, new_key, value

NOW = datetime(2026, 11, 21, 6, 0, tzinfo=UTC)
IIN = "991399000009"
CONTENT = b"exactly these bytes"
REAL = Path(__file__).parent / "real_clients"


def refused(national: Any, cms: bytes) -> SignatureRefused:
    with pytest.raises(SignatureRefused) as refusal:
        national.verify(cms, CONTENT)
    return refusal.value


@pytest.mark.parametrize("cms", list(giant_oids()), ids=["type", "digest", "content", "attribute", "signature"])
def test_a_giant_object_identifier_is_never_decoded(national: Any, cms: bytes) -> None:
    refusal = refused(national, cms)
    assert (refusal.code, refusal.detail) == (Refusal.MALFORMED, "too long a number")


@pytest.mark.parametrize(
    ("inside", "detail"),
    [
        (value(0x06, bytes(MAX_OID_BYTES + 1)), "too long a number"),
        (value(0x0D, bytes(MAX_OID_BYTES + 1)), "too long a number"),
        (value(0x26, bytes(MAX_OID_BYTES + 1)), "too long a number"),
        (value(0x02, bytes(MAX_NUMBER_BYTES + 1)), "too long a number"),
        (b"\x05\x00" * MAX_VALUES, "too many values"),
        (b"\x30\x80" * MAX_DEPTH, "too deep"),
        (b"\x1f\x81\x00", "an odd tag"),
        (b"\x00\x00", "an odd tag"),
        (b"\x04\x80\x00\x00", "an odd length"),
        (b"\x04\x85\x00\x00\x00\x00\x00", "an odd length"),
        (b"\x30\x02\x04\x7f" + bytes(127), "an odd length"),
        (b"\x30\x80\x05\x00", "it ends too early"),
        (b"\x30\x80\x00" + value(0x30, b"\x00"), "an odd"),
    ],
)
def test_what_a_reader_would_pay_for_is_refused_by_its_raw_bytes(inside: bytes, detail: str) -> None:
    with pytest.raises(SignatureRefused, match=detail):
        check_bounds(value(0x30, inside))


@pytest.mark.parametrize("cut", [0, 1, 2, 4])
def test_what_ends_too_early_or_goes_on_is_malformed(cut: int) -> None:
    for wrong in (value(0x30, b"\x02\x01\x07")[:cut], value(0x30, b"\x02\x01\x07") + b"\x05\x00"):
        with pytest.raises(SignatureRefused):
            check_bounds(wrong)


@settings(max_examples=300, deadline=None)
@given(noise=st.binary(max_size=300))
def test_noise_is_refused_or_passes_and_never_breaks(noise: bytes) -> None:
    with suppress(SignatureRefused):
        check_bounds(noise)


def test_a_long_exponent_is_refused_before_it_is_used(national: Any) -> None:
    person = issue(long_exponent_key(2048), national.intermediate, national.profile())
    refusal = refused(national, national.sign(CONTENT, person))
    assert (refusal.code, refusal.detail) == (Refusal.ALGORITHM, "exponent of key")


def test_an_authoritys_long_exponent_is_refused_too(national: Any) -> None:
    cms = crossed(CONTENT, long_exponent_key(), new_key(), NOW, IIN)
    assert refused(national, cms).code is Refusal.ALGORITHM


@pytest.mark.parametrize("make", [new_key, new_gost_key])
def test_authorities_that_certify_each_other_are_not_all_tried(
    national: Any, make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    checks: list[str] = []
    made_by = algorithms.is_made_by

    def counted(*given: Any, **named: Any) -> bool:
        checks.append("")
        return made_by(*given, **named)

    monkeypatch.setattr(algorithms, "is_made_by", counted)
    assert refused(national, crossed(CONTENT, make(), make(), NOW, IIN)).code is Refusal.TOO_MANY_CERTIFICATES
    assert len(checks) == MAX_CHECKS


def test_a_certificate_larger_than_any_real_one_is_not_read(national: Any) -> None:
    names = x509.SubjectAlternativeName([x509.DNSName(f"{number}.example.kz") for number in range(600)])
    person = issue(new_key(), national.intermediate, national.profile(extensions=((names, False),)))
    assert refused(national, national.sign(CONTENT, person)).code is Refusal.TOO_LARGE


@pytest.mark.parametrize("name", ["cades-as-ncalayer.cms", "cades-indefinite-lengths.cms", "cades-with-bom.pem"])
def test_what_real_clients_send_is_accepted(name: str) -> None:
    sent = (REAL / name).read_bytes()
    authorities = [x509.load_der_x509_certificate((REAL / f"{one}.cer").read_bytes()) for one in ("root", "authority")]
    trust = TrustList.from_pem(b"".join(one.public_bytes(Encoding.PEM) for one in authorities))
    at = x509.load_der_x509_certificate((REAL / "person.cer").read_bytes()).not_valid_before_utc
    for spelling in (sent, sent.decode()) if name.endswith(".pem") else (sent,):
        cms = normalise_cms(spelling)
        content = (REAL / "content.bin").read_bytes()
        assert verify_detached(cms, content, trust=trust, at=at, purpose=Purpose.SIGN).iin == "960229300123"
