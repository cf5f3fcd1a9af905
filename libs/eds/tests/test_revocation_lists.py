"""Which revocation lists count: complete ones, by their issuer."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from asn1crypto import core, crl
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import Encoding

from kezek.eds.crl import RevocationList, alone, combined, read_crl, read_list
from kezek.eds.revocation import Link, UnusableError, judge
from kezek.eds.testing import Revoked, issue, make_crl, new_authority, new_key, subject, usage

AS_WRITTEN = Path(__file__).parent / "as_real_authorities_write"
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
    der = (PUBLISHED / "nca_gost2022_d_test.crl").read_bytes()
    with pytest.raises(UnusableError, match="a part of a list"):
        read_crl(der, issuer)
    complete, delta = read_list((PUBLISHED / "nca_gost2022_test.crl").read_bytes(), issuer), read_list(der, issuer)
    assert (complete.number, delta.number, delta.base) == (14, 10, 14), "the authority counts them apart"
    assert combined(complete, delta).revoked(person) is None
    link = Link(person, issuer)
    assert link.ocsp_urls == ("http://test.pki.gov.kz/ocsp/",)
    assert link.crl_urls == ("http://test.pki.gov.kz/crl/nca_gost2022_test.crl",)
    assert link.delta_urls == ("http://test.pki.gov.kz/crl/nca_gost2022_d_test.crl",)


@pytest.mark.parametrize("name", ["list-inner-without-null.crl", "list-control.crl"])
def test_a_list_is_read_by_its_signed_part_whatever_stands_around_it(name: str) -> None:
    issuer, person = (
        x509.load_der_x509_certificate((AS_WRITTEN / f"{each}.cer").read_bytes()) for each in ("authority", "person")
    )
    der = (AS_WRITTEN / name).read_bytes()
    assert read_crl(der, issuer).revoked(person) == datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
    for place in range(len(der)):
        with pytest.raises(UnusableError):
            read_crl(der[:place] + bytes([der[place] ^ 0x20]) + der[place + 1 :], issuer)


def sequence(*parts: bytes) -> bytes:
    return bytes(core.Sequence(contents=b"".join(parts)).dump())


LONG = b"\x06\x83\x03\xd4\x00" + b"\x81" * 0x3D400
NAME = sequence(bytes(core.SetOf(contents=sequence(LONG), spec=core.Sequence).dump()))
TIME = b"\x17\x0d261128120000Z"
RSA = sequence(core.ObjectIdentifier("1.2.840.113549.1.1.11").dump(), b"\x05\x00")


@pytest.mark.parametrize(
    "signed",
    [
        sequence(sequence(LONG), sequence(), TIME, TIME),
        sequence(RSA, NAME, TIME, TIME),
        sequence(RSA, sequence(), TIME, TIME, *[b"\x05\x00"] * 1_000_000),
    ],
    ids=["identifier of the algorithm", "identifier in the name", "fields without number"],
)
def test_what_a_stranger_sends_as_a_list_costs_little(authority: Any, signed: bytes) -> None:
    der = sequence(signed, RSA, core.BitString((1,)).dump())
    began = process_time()
    with pytest.raises(UnusableError):
        read_list(der, authority.intermediate.certificate)
    assert process_time() - began < 1, "a long identifier costs ten seconds to decode"


@pytest.fixture
def link(authority: Any) -> Link:
    return Link(authority.person().certificate, authority.intermediate.certificate)


def entry(link: Link, at: datetime, reason: str = "key_compromise") -> Revoked:
    return Revoked(link.certificate.serial_number, at, reason)


Listing = Callable[..., RevocationList]


@pytest.fixture
def listing(authority: Any, link: Link, now: datetime) -> Listing:
    """A complete list, or with `base` a delta list, made some hours after now."""

    def make(*entries: Revoked, hours: int = 0, life: int = 24, **numbers: Any) -> RevocationList:
        made = now + hours * HOUR
        return read_list(make_crl(authority.intermediate, entries, made, made + life * HOUR, **numbers), link.issuer)

    return make


def test_a_delta_list_adds_and_takes_off(link: Link, listing: Listing, now: datetime) -> None:
    held, gone = entry(link, now, "certificate_hold"), entry(link, now + HOUR)
    clean, on_hold = listing(number=7), listing(held, number=7)
    adds = listing(gone, hours=2, life=8, number=3, base=7)
    takes_off = listing(replace(held, reason="remove_from_crl"), hours=2, life=8, number=3, base=7)
    assert combined(clean, adds).revoked(link.certificate) == now + HOUR
    assert combined(on_hold, adds).revoked(link.certificate) == now, "it has not counted since it was on hold"
    assert combined(on_hold, takes_off).revoked(link.certificate) is None
    assert combined(on_hold, listing(hours=2, life=8, number=3, base=6)).revoked(link.certificate) == now
    both = combined(clean, adds)
    assert (both.this_update, both.next_update) == (now + 2 * HOUR, now + 10 * HOUR)
    assert judge(link, both, at=now, now=now + 2 * HOUR).to_json()["delta_sha256"] == adds.sha256


def test_a_delta_list_holds_no_longer_than_the_list_on_which_it_builds(listing: Listing, now: datetime) -> None:
    assert combined(listing(number=7, life=3), listing(hours=2, life=8, base=7)).next_update == now + 3 * HOUR


def test_a_delta_list_that_fits_no_list_is_of_no_use(listing: Listing) -> None:
    complete = listing(hours=2, number=7)
    for wrong in (listing(hours=3, base=8), listing(hours=1, base=7), listing(hours=3)):
        with pytest.raises(UnusableError):
            combined(complete, wrong)


def test_only_a_delta_list_takes_off(link: Link, listing: Listing, now: datetime) -> None:
    with pytest.raises(UnusableError):
        listing(entry(link, now, "remove_from_crl"))


def test_where_there_are_delta_lists_a_complete_one_holds_only_as_long_as_they(listing: Listing, now: datetime) -> None:
    assert alone(listing(), 8 * HOUR).next_update == now + 8 * HOUR
    assert alone(listing(life=6), 8 * HOUR).next_update == now + 6 * HOUR
    assert alone(listing()).next_update == now + 24 * HOUR


def test_a_list_from_before_the_certificate_proves_nothing(link: Link, listing: Listing) -> None:
    begun = link.certificate.not_valid_before_utc
    with pytest.raises(UnusableError, match="older than the certificate"):
        judge(link, alone(listing(hours=-25, life=48)), at=begun + HOUR, now=begun + HOUR)
    assert judge(link, alone(listing(hours=-24, life=48)), at=begun + HOUR, now=begun + HOUR).source == "crl"


def test_an_entry_with_a_rule_that_nobody_understands_spoils_the_list(now: datetime) -> None:
    """An indirect list names other issuers in its entries: their numbers would be taken for this issuer's."""
    builder = x509.RevokedCertificateBuilder(5, now, [_NAMES_ANOTHER])
    issuer = new_authority("ЖАНАМА", now)
    made = x509.CertificateRevocationListBuilder(issuer.certificate.subject, now, now, [], [builder.build()])
    key: Any = issuer.key
    with pytest.raises(UnusableError, match="critical"):
        read_crl(made.sign(key, hashes.SHA256()).public_bytes(Encoding.DER), issuer.certificate)


_ANOTHER = x509.CertificateIssuer([x509.DNSName("another.example.kz")])
_NAMES_ANOTHER = x509.Extension(_ANOTHER.oid, critical=True, value=_ANOTHER)
