"""Each wrong certificate and envelope is refused at the login with its own code (issue: what will be tried)."""

import base64
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.x509.oid import NameOID

from kezek.eds import Purpose
from kezek.eds.testing import (
    HEAD,
    ORGANISATION,
    Certified,
    Profile,
    Seal,
    crossed,
    giant_oids,
    individual,
    issue,
    long_exponent_key,
    new_authority,
    new_key,
    personal,
    seal,
    subject,
)
from kezek.platform.testing import Signing

NOW = datetime.now(UTC)
DAY = timedelta(days=1)
IIN = "991399000009"
NAME = individual("СЫНАҚОВА", "ҮЛГІ", "ЖОҚҚЫЗЫ", IIN)
KEY = new_key()
Make = Callable[[bytes, Certified], bytes]


def profile(name: Any = NAME, begins: datetime = NOW - DAY, ends: datetime = NOW + DAY) -> Profile:
    return personal(name, Purpose.LOGIN, begins, ends)


def person(authority: Certified, **given: Any) -> Certified:
    return issue(KEY, authority, profile(**given))


def right(document: bytes, authority: Certified) -> bytes:
    return seal(document, person(authority), [authority], NOW)


def expired(document: bytes, authority: Certified) -> bytes:
    return seal(document, person(authority, begins=NOW - 3 * DAY, ends=NOW - DAY), [authority], NOW)


def not_yet_valid(document: bytes, authority: Certified) -> bytes:
    return seal(document, person(authority, begins=NOW + DAY, ends=NOW + 3 * DAY), [authority], NOW)


def of_an_unknown_authority(document: bytes, _: Certified) -> bytes:
    root = new_authority("БӨТЕН", NOW)
    return seal(document, person(root), [root], NOW)


def without_the_intermediate(document: bytes, authority: Certified) -> bytes:
    return seal(document, person(authority), [], NOW)


def by_a_leaf_as_authority(document: bytes, authority: Certified) -> bytes:
    leaf = person(authority)
    return seal(document, issue(new_key(), leaf, profile()), [leaf, authority], NOW)


def without_an_iin(document: bytes, authority: Certified) -> bytes:
    name = subject("АТЫ ЖОҚ", [(NameOID.SERIAL_NUMBER, IIN)])
    return seal(document, person(authority, name=name), [authority], NOW)


def of_an_organisation(document: bytes, authority: Certified) -> bytes:
    head = personal(NAME, Purpose.LOGIN, NOW - DAY, NOW + DAY, (ORGANISATION, HEAD))
    return seal(document, issue(KEY, authority, head), [authority], NOW)


def with_a_giant_identifier(*_: Any) -> bytes:
    return next(giant_oids())


def by_crossed_authorities(document: bytes, _: Certified) -> bytes:
    return crossed(document, new_key(), new_key(), NOW, IIN)


def by_a_key_of_a_long_exponent(document: bytes, _: Certified) -> bytes:
    return crossed(document, new_key(), long_exponent_key(), NOW, IIN)


def empty(document: bytes, authority: Certified) -> bytes:
    return seal(document, person(authority), [authority], NOW, Seal(signers=0))


def signed_twice(document: bytes, authority: Certified) -> bytes:
    return seal(document, person(authority), [authority], NOW, Seal(signers=2))


def with_the_content_inside(document: bytes, authority: Certified) -> bytes:
    return seal(document, person(authority), [authority], NOW, Seal(encapsulated=document))


def by_a_forged_signature(document: bytes, authority: Certified) -> bytes:
    genuine = person(authority)
    return seal(document, Certified(genuine.certificate, new_key()), [authority], NOW)


def over_a_broken_digest(document: bytes, authority: Certified) -> bytes:
    return seal(document, person(authority), [authority], NOW, Seal(digest="sha1"))


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (expired, "certificate_expired"),
        (not_yet_valid, "certificate_not_yet_valid"),
        (of_an_unknown_authority, "certificate_untrusted"),
        (without_the_intermediate, "certificate_chain_incomplete"),
        (by_a_leaf_as_authority, "certificate_issuer_not_authority"),
        (without_an_iin, "certificate_without_iin"),
        (of_an_organisation, "certificate_of_organisation"),
        (with_a_giant_identifier, "signature_malformed"),
        (by_crossed_authorities, "signature_has_too_many_certificates"),
        (by_a_key_of_a_long_exponent, "signature_algorithm_unsupported"),
        (empty, "signature_has_no_signer"),
        (signed_twice, "signature_has_several_signers"),
        (with_the_content_inside, "signature_encapsulates_content"),
        (by_a_forged_signature, "signature_invalid"),
        (over_a_broken_digest, "signature_algorithm_unsupported"),
    ],
)
async def test_refused_with_its_own_code(auth: Any, signing: Signing, make: Make, code: str) -> None:
    browser = auth.browser()
    challenge = await browser.challenge()
    cms = make(base64.b64decode(challenge["document_base64"]), signing.authority)
    answer = await browser.answer(challenge, base64.b64encode(cms).decode())
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert await browser.token() is None
    assert await auth.rows("select id from account union all select id from session") == []
    assert await auth.rows("select kind, code from security_event") == [("sign_in_refused", code)]


async def test_the_right_one_is_accepted_as_pem_too(auth: Any, signing: Signing) -> None:
    browser = auth.browser()
    challenge = await browser.challenge()
    cms = right(base64.b64decode(challenge["document_base64"]), signing.authority)
    pem = f"-----BEGIN CMS-----\n{base64.encodebytes(cms).decode()}-----END CMS-----\n"
    answer = await browser.answer(challenge, pem)
    assert (answer.status_code, answer.json()["name"]) == (201, "СЫНАҚОВА ҮЛГІ ЖОҚҚЫЗЫ")
