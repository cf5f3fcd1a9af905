"""Which revocation lists count: complete ones, by their issuer."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import core, crl
from cryptography import x509

from kezek.eds.revocation import Link, UnusableError, read_crl
from kezek.eds.testing import issue, make_crl, new_authority, new_key, subject, usage

PUBLISHED = Path(__file__).parent / "national_test_authority"
HOUR = timedelta(hours=1)


def extension(name: str, value: object, *, critical: bool) -> crl.TBSCertListExtension:
    return crl.TBSCertListExtension({"extn_id": name, "critical": critical, "extn_value": value})


def test_a_list_that_is_of_no_use(authority: Any, now: datetime) -> None:
    issuer = authority.intermediate.certificate
    right = make_crl(authority.intermediate, [], now, now + HOUR)
    assert read_crl(right, issuer).source == "crl"
    double = new_authority(issuer.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)[0].value, now)
    wrong = {
        "another's": make_crl(authority.root, [], now, now + HOUR),
        "by a key of the same name": make_crl(double, [], now, now + HOUR),
        "broken": right[:-1] + bytes([right[-1] ^ 1]),
        "a difference": make_crl(
            authority.intermediate,
            [],
            now,
            now + HOUR,
            [extension("delta_crl_indicator", core.Integer(1), critical=True)],
        ),
        "a part": make_crl(
            authority.intermediate,
            [],
            now,
            now + HOUR,
            [
                extension(
                    "issuing_distribution_point",
                    crl.IssuingDistributionPoint({"only_contains_ca_certs": True}),
                    critical=True,
                )
            ],
        ),
        "a critical rule": make_crl(
            authority.intermediate,
            [],
            now,
            now + HOUR,
            [extension("1.2.3.4", core.ParsableOctetString(b"\5\0"), critical=True)],
        ),
        "noise": b"noise",
    }
    for name, der in wrong.items():
        with pytest.raises(UnusableError):
            assert read_crl(der, issuer) is None, name


def test_an_authority_that_may_not_sign_lists_has_none(national: Any, now: datetime) -> None:
    profile = replace(
        national.profile(),
        subject=subject("ТІЗІМСІЗ"),
        key_usage=usage("key_cert_sign"),
        extended=(),
        extensions=((x509.BasicConstraints(ca=True, path_length=None), True),),
    )
    other = issue(new_key(), national.root, profile)
    with pytest.raises(UnusableError, match="may not sign"):
        read_crl(make_crl(other, [], now, now + HOUR), other.certificate)


def test_the_national_test_authoritys_list_is_read_and_its_difference_is_not() -> None:
    issuer = x509.load_der_x509_certificate((PUBLISHED / "nca_gost2022_test.cer").read_bytes())
    person = x509.load_der_x509_certificate((PUBLISHED / "individual.cer").read_bytes())
    answer = read_crl((PUBLISHED / "nca_gost2022_test.crl").read_bytes(), issuer)
    assert answer.revoked(person) is None
    assert answer.listed is not None
    assert len(answer.listed) > 20
    with pytest.raises(UnusableError, match="a part of a list"):
        read_crl((PUBLISHED / "nca_gost2022_d_test.crl").read_bytes(), issuer)
    link = Link(person, issuer)
    assert link.ocsp_urls == ("http://test.pki.gov.kz/ocsp/",)
    assert link.crl_urls == ("http://test.pki.gov.kz/crl/nca_gost2022_test.crl",)
