"""OCSP answers and revocation lists: who may say it, of whom, and for which instant."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtensionOID
from hypothesis import given
from hypothesis import strategies as st

from kezek.eds import Refusal, SignatureRefused, examine_detached
from kezek.eds.crl import read_crl
from kezek.eds.ocsp import make_request, read_ocsp
from kezek.eds.revocation import Answer, Link, UnusableError, judge, links
from kezek.eds.testing import (
    OCSP_SIGNING,
    Certified,
    Profile,
    Revoked,
    Said,
    issue,
    make_crl,
    make_ocsp,
    new_authority,
    new_gost_key,
    new_key,
    refuse_ocsp,
    sources,
    subject,
    usage,
)

AS_WRITTEN = Path(__file__).parent / "as_real_authorities_write"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NONCE = b"0123456789abcdef"
OTHER_KEY = new_key()


@pytest.fixture
def person(authority: Any) -> Certified:
    made: Certified = authority.person()
    return made


@pytest.fixture
def link(authority: Any, person: Certified) -> Link:
    return Link(person.certificate, authority.intermediate.certificate)


def serial(link: Link) -> int:
    return link.certificate.serial_number


def good(now: datetime, **changes: Any) -> Said:
    return replace(Said("good", now, now + HOUR, nonce=NONCE), **changes)


def responder(authority: Any, now: datetime, issuer: Certified | None = None, **changes: Any) -> Certified:
    profile = Profile(
        subject("OCSP"), now - DAY, now + DAY, key_usage=usage("digital_signature"), extended=(OCSP_SIGNING,)
    )
    key = new_gost_key() if hasattr(authority, "gost_profile") else OTHER_KEY
    return issue(key, issuer or authority.intermediate, replace(profile, **changes))


def read(der: bytes, link: Link, now: datetime) -> Answer:
    return read_ocsp(der, link, nonce=NONCE, now=now)


def test_an_answer_by_the_issuer_is_evidence(authority: Any, link: Link, now: datetime) -> None:
    der = make_ocsp(serial(link), authority.intermediate, good(now), now)
    evidence = judge(link, read(der, link, now), at=now, now=now)
    assert evidence.to_json() == {
        "certificate_serial": link.serial,
        "source": "ocsp",
        "sha256": evidence.sha256,
        "produced_at": now.isoformat(),
        "this_update": now.isoformat(),
        "next_update": (now + HOUR).isoformat(),
    }


def test_an_answer_by_somebody_the_issuer_certified_for_it_counts(authority: Any, link: Link, now: datetime) -> None:
    der = make_ocsp(serial(link), authority.intermediate, good(now), now, responder(authority, now))
    assert judge(link, read(der, link, now), at=now, now=now).source == "ocsp"


_MAIL_OF_X400 = x509.UnrecognizedExtension(ExtensionOID.SUBJECT_ALTERNATIVE_NAME, b"\x30\x02\xa3\x00")
_NO_CHECK = x509.ObjectIdentifier("1.3.6.1.5.5.7.48.1.5")


@pytest.mark.parametrize(
    ("extension", "never_checked"),
    [
        (x509.OCSPNoCheck(), True),
        (x509.UnrecognizedExtension(_NO_CHECK, b""), True),
        (_MAIL_OF_X400, False),
        (x509.BasicConstraints(ca=False, path_length=None), False),
    ],
)
def test_who_answers_for_the_issuer_may_be_revoked_itself_unless_the_issuer_says_never(
    authority: Any, link: Link, now: datetime, extension: x509.ExtensionType, never_checked: bool
) -> None:
    delegate = responder(authority, now, extensions=((extension, False),))
    answer = read(make_ocsp(serial(link), authority.intermediate, good(now), now, delegate), link, now)
    asked = None if never_checked else Link(delegate.certificate, link.issuer)
    assert (answer.responder, judge(link, answer, at=now, now=now).source) == (asked, "ocsp")


def test_asked_by_sha1_an_answer_by_sha256_counts(authority: Any, link: Link, now: datetime) -> None:
    asked = ocsp.load_der_ocsp_request(make_request(link, NONCE))
    assert isinstance(asked.hash_algorithm, hashes.SHA1)
    for revoked_at, id_hash in ((None, "sha256"), (now, "sha256"), (now, "sha1")):
        said = good(now, id_hash=id_hash, revoked_at=revoked_at)
        answer = read(make_ocsp(serial(link), authority.intermediate, said, now), link, now)
        assert answer.revoked(link.certificate) == revoked_at


@pytest.mark.parametrize("written", ["empty", "null"])
def test_a_responder_that_is_never_checked_is_read_however_that_is_written(written: str) -> None:
    person, issuer = (
        x509.load_der_x509_certificate((AS_WRITTEN / f"rsa-{name}.cer").read_bytes())
        for name in ("person", "authority")
    )
    der = (AS_WRITTEN / f"ocsp-responder-nocheck-{written}.ocsp").read_bytes()
    link, now = Link(person, issuer), datetime(2026, 11, 28, 12, 0, tzinfo=UTC)
    nonce = ocsp.load_der_ocsp_response(der).extensions.get_extension_for_class(x509.OCSPNonce).value.nonce
    answer = read_ocsp(der, link, nonce=nonce, now=now)
    assert answer.responder is None
    assert judge(link, answer, at=now, now=now).source == "ocsp"


Wrong = Callable[[Any, Link, datetime], bytes]


def by_a_responder(**changes: Any) -> Wrong:
    def make(authority: Any, link: Link, now: datetime) -> bytes:
        other = responder(authority, now, **changes)
        return make_ocsp(serial(link), authority.intermediate, good(now), now, other)

    return make


def by_an_expired_responder(authority: Any, link: Link, now: datetime) -> bytes:
    return by_a_responder(not_before=now - 2 * DAY, not_after=now - DAY)(authority, link, now)


def by_another_authoritys_responder(authority: Any, link: Link, now: datetime) -> bytes:
    return by_a_responder(issuer=authority.root)(authority, link, now)


def by_a_stranger(authority: Any, link: Link, now: datetime) -> bytes:
    double = new_authority("БӨТЕН", now)
    return make_ocsp(serial(link), authority.intermediate, good(now), now, double)


def by_the_person(authority: Any, link: Link, now: datetime) -> bytes:
    return make_ocsp(serial(link), authority.intermediate, good(now), now, authority.person())


def broken(authority: Any, link: Link, now: datetime) -> bytes:
    der = bytearray(make_ocsp(serial(link), authority.intermediate, good(now), now))
    der[-1] ^= 1
    return bytes(der)


WRONG: dict[str, Wrong] = {
    "responder not certified for it": by_a_responder(extended=()),
    "responder for thousands of purposes": by_a_responder(
        extended=(OCSP_SIGNING, *(x509.ObjectIdentifier(f"1.2.{number}") for number in range(2000)))
    ),
    "responder with a critical rule": by_a_responder(
        extensions=((x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4"), b"\5\0"), True),)
    ),
    "responder's certificate is over": by_an_expired_responder,
    "responder of another authority": by_another_authoritys_responder,
    "a stranger": by_a_stranger,
    "the person": by_the_person,
    "broken": broken,
    "about another certificate": lambda a, link, now: make_ocsp(serial(link) + 1, a.intermediate, good(now), now),
    "about another issuer's": lambda a, link, now: make_ocsp(serial(link), a.root, good(now), now, a.intermediate),
    "to another question": lambda a, link, now: make_ocsp(
        serial(link), a.intermediate, good(now, nonce=b"another question"), now
    ),
    "it takes it for never issued": lambda a, link, now: make_ocsp(
        serial(link), a.intermediate, good(now, revoked_at=datetime(1970, 1, 1, tzinfo=UTC)), now
    ),
    "by ids of another hash": lambda a, link, now: make_ocsp(
        serial(link), a.intermediate, good(now, id_hash="sha512"), now
    ),
    "it does not know": lambda a, link, now: make_ocsp(serial(link), a.intermediate, good(now, status="unknown"), now),
    "it shall be asked later": lambda *_: refuse_ocsp("try_later"),
    "it answers nobody": lambda *_: refuse_ocsp("unauthorized"),
    "noise": lambda *_: b"noise",
    "nothing": lambda *_: b"",
}


@pytest.mark.parametrize("make", WRONG.values(), ids=WRONG.keys())
def test_an_answer_that_is_of_no_use(authority: Any, link: Link, now: datetime, make: Wrong) -> None:
    with pytest.raises(UnusableError):
        read(make(authority, link, now), link, now)


def test_an_answer_without_a_nonce_was_made_beforehand_and_counts(authority: Any, link: Link, now: datetime) -> None:
    der = make_ocsp(serial(link), authority.intermediate, good(now, nonce=None), now)
    assert judge(link, read(der, link, now), at=now, now=now).source == "ocsp"


def test_the_request_names_the_certificate(link: Link) -> None:
    request = ocsp.load_der_ocsp_request(make_request(link, NONCE))
    assert request.serial_number == serial(link)
    assert request.extensions.get_extension_for_class(x509.OCSPNonce).value.nonce == NONCE


def says(authority: Any, link: Link, now: datetime, kind: str, revoked_at: datetime | None) -> Answer:
    """The same said by an answer or by a list, good from now for an hour."""
    if kind == "ocsp":
        der = make_ocsp(serial(link), authority.intermediate, good(now, revoked_at=revoked_at), now)
        return read(der, link, now)
    listed = [Revoked(serial(link), revoked_at)] if revoked_at else []
    others = [Revoked(serial(link) + 1, now - DAY)]
    return read_crl(make_crl(authority.intermediate, listed + others, now, now + HOUR), link.issuer)


KINDS = pytest.mark.parametrize("kind", ["ocsp", "crl"])


@KINDS
def test_revoked_then_or_before_is_refused_and_later_is_not(
    authority: Any, link: Link, now: datetime, kind: str
) -> None:
    answer = says(authority, link, now, kind, now - HOUR)
    second = timedelta(seconds=1)
    for at in (now - HOUR, now, now + HOUR):
        with pytest.raises(SignatureRefused) as refused:
            judge(link, answer, at=at, now=now)
        assert refused.value.code is Refusal.REVOKED
    assert judge(link, answer, at=now - HOUR - second, now=now).source == kind


@KINDS
def test_an_answer_holds_until_its_end_and_an_old_signature_is_judged_by_a_new_one(
    authority: Any, link: Link, now: datetime, kind: str
) -> None:
    answer, second = says(authority, link, now, kind, None), timedelta(seconds=1)
    for at in (now - 12 * HOUR, now, now + HOUR):
        assert judge(link, answer, at=at, now=now).certificate_serial == link.serial
    with pytest.raises(UnusableError):
        judge(link, answer, at=now + HOUR + second, now=now + 2 * HOUR)


@KINDS
def test_an_answer_of_the_future_is_not_believed_beyond_what_clocks_differ(
    authority: Any, link: Link, now: datetime, kind: str
) -> None:
    answer = says(authority, link, now, kind, None)
    assert judge(link, answer, at=now, now=now - timedelta(minutes=5)).source == kind
    with pytest.raises(UnusableError):
        judge(link, answer, at=now, now=now - timedelta(minutes=6))


@KINDS
def test_what_authorities_say_of_an_expired_certificate_proves_nothing(
    authority: Any, now: datetime, kind: str
) -> None:
    short = authority.person(not_after=now - HOUR)
    link = Link(short.certificate, authority.intermediate.certificate)
    with pytest.raises(SignatureRefused) as refused:
        judge(link, says(authority, link, now, kind, None), at=now - 2 * HOUR, now=now)
    assert refused.value.code is Refusal.EXPIRED


@given(since=st.integers(-100, 100), at=st.integers(-100, 60))
def test_who_is_revoked_at_an_instant_is_so_ever_after(national: Any, since: int, at: int) -> None:
    now = national.profile().not_before + DAY
    person = _PEOPLE.setdefault("one", national.person())
    link = Link(person.certificate, national.intermediate.certificate)
    minute = timedelta(minutes=1)
    answer = Answer("ocsp", "", now, now, now + HOUR, revoked_at=now + since * minute)
    if since <= at:
        with pytest.raises(SignatureRefused):
            judge(link, answer, at=now + at * minute, now=now)
    else:
        assert judge(link, answer, at=now + at * minute, now=now).source == "ocsp"


_PEOPLE: dict[str, Certified] = {}


def test_every_certificate_but_the_root_can_be_revoked(authority: Any, now: datetime) -> None:
    given: dict[str, Any] = {"trust": authority.trust, "at": now, "purpose": "sign"}
    chain = examine_detached(authority.sign(b"content"), b"content", **given).chain
    assert [len(chain), [each.issuer for each in links(chain)]] == [3, list(chain[1:])]


def test_a_certificate_says_where_to_ask(authority: Any) -> None:
    where = sources("http://ocsp.example.kz/a", "http://crl.example.kz/b")
    link = Link(authority.person(extensions=where).certificate, authority.intermediate.certificate)
    assert (link.ocsp_urls, link.crl_urls) == (("http://ocsp.example.kz/a",), ("http://crl.example.kz/b",))
    silent = Link(authority.person().certificate, authority.intermediate.certificate)
    assert (silent.ocsp_urls, silent.crl_urls) == ((), ())


def test_certificates_of_every_length_are_read(gost_national: Any) -> None:
    """A length whose last byte is 0x80 once made asn1crypto write the certificate again, which it cannot."""
    lengths = set()
    key, name = new_gost_key(), gost_national.gost_profile().subject
    for longer in range(128):
        common = x509.NameAttribute(x509.NameOID.ORGANIZATION_NAME, "Қ" * (longer // 2 + 1) + "k" * (longer % 2))
        person = issue(key, gost_national.intermediate, gost_national.gost_profile(subject=x509.Name([*name, common])))
        lengths.add(len(person.der) % 256)
        if len(person.der[4:]) % 256 in (0x80, 0x84) or longer % 32 == 0:
            assert gost_national.verify(gost_national.sign(signer=person)).iin
    assert len(lengths) > 100


def test_whatever_the_bytes_are_an_answer_is_of_no_use(authority: Any, link: Link, now: datetime) -> None:
    dice = random.Random(20261121)
    given = good(now, revoked_at=now)
    answers = [
        make_ocsp(serial(link), authority.intermediate, given, now),
        make_ocsp(serial(link), authority.intermediate, given, now, responder(authority, now)),
        make_crl(authority.intermediate, [Revoked(serial(link), now)], now, now + HOUR),
    ]
    for turn in range(300):
        damaged = bytearray(answers[turn % 3])
        place = dice.randrange(len(damaged))
        damaged[place] ^= dice.randrange(1, 256)
        with pytest.raises(UnusableError):
            _ = read_crl(bytes(damaged), link.issuer) if turn % 3 == 2 else read(bytes(damaged), link, now)
