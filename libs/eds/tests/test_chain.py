from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.x509.oid import ObjectIdentifier

from kezek.eds import Purpose, Refusal, SignatureRefused, TrustList
from kezek.eds.testing import Certified, issue, new_authority, new_key, seal, usage

CONTENT = b"what is signed"


def refusal(national: Any, cms: bytes, **given: Any) -> Refusal:
    with pytest.raises(SignatureRefused) as refused:
        national.verify(cms, CONTENT, **given)
    return refused.value.code


def signed_under(national: Any, signer: Certified, *chain: Certified) -> bytes:
    at = signer.certificate.not_valid_before_utc
    return seal(CONTENT, signer, chain, at)


def test_validity_is_judged_at_the_given_instant_only(national: Any) -> None:
    person = national.person()
    cms = national.sign(CONTENT, person)
    begins, ends = person.certificate.not_valid_before_utc, person.certificate.not_valid_after_utc
    second = timedelta(seconds=1)
    assert national.verify(cms, CONTENT, at=begins).not_before == begins
    assert national.verify(cms, CONTENT, at=ends).not_after == ends
    assert refusal(national, cms, at=begins - second) is Refusal.NOT_YET_VALID
    assert refusal(national, cms, at=ends + second) is Refusal.EXPIRED


def test_an_instant_without_zone_is_a_programming_error(national: Any) -> None:
    at = national.profile().not_before.replace(tzinfo=None)
    with pytest.raises(ValueError, match="aware"):
        national.verify(national.sign(CONTENT), CONTENT, at=at)


def test_refused_when_the_authority_is_unknown(national: Any, make_national: Any) -> None:
    other = make_national("БӨТЕН")
    with_root = signed_under(national, other.person(), other.intermediate, other.root)
    assert refusal(national, with_root) is Refusal.UNTRUSTED


def test_refused_when_an_authority_of_the_same_names_has_another_key(national: Any, make_national: Any) -> None:
    double = make_national("СЫНАҚ")
    assert refusal(national, double.sign(CONTENT)) is Refusal.ISSUER_MISMATCH
    with_root = signed_under(national, double.person(), double.intermediate, double.root)
    assert refusal(national, with_root) is Refusal.ISSUER_MISMATCH
    mixed = signed_under(national, double.person(), national.intermediate)
    assert refusal(national, mixed) is Refusal.ISSUER_MISMATCH


def test_refused_when_the_intermediate_is_missing(national: Any) -> None:
    assert refusal(national, signed_under(national, national.person())) is Refusal.CHAIN_INCOMPLETE


def test_refused_when_a_leaf_is_used_as_authority(national: Any) -> None:
    leaf = national.person()
    forged = issue(new_key(), leaf, national.profile())
    assert (
        refusal(national, signed_under(national, forged, leaf, national.intermediate)) is Refusal.ISSUER_NOT_AUTHORITY
    )


def test_refused_when_an_authority_may_not_sign_certificates(national: Any) -> None:
    profile = replace(
        national.profile(),
        subject=x509.Name([*x509.Name.from_rfc4514_string("CN=ӨЗІНШЕ")]),
        key_usage=usage("crl_sign"),
        extensions=((x509.BasicConstraints(ca=True, path_length=None), True),),
    )
    half = issue(new_key(), national.root, profile)
    person = issue(new_key(), half, national.profile())
    assert refusal(national, signed_under(national, person, half)) is Refusal.ISSUER_NOT_AUTHORITY


def test_refused_when_the_path_is_longer_than_its_authority_allows(national: Any) -> None:
    at = national.profile().not_before
    short = new_authority("ҚЫСҚА", at, national.root, path_length=0)
    below = new_authority("АСТЫҢҒЫ", at, short)
    person = issue(new_key(), below, national.profile())
    assert refusal(national, signed_under(national, person, below, short)) is Refusal.ISSUER_NOT_AUTHORITY


def test_accepted_through_two_intermediates_with_the_root_and_strangers_beside(
    national: Any, make_national: Any
) -> None:
    below = new_authority("ЕКІНШІ", national.profile().not_before, national.intermediate)
    person = issue(new_key(), below, national.profile())
    stranger = make_national("СЫНАҚ").intermediate
    cms = signed_under(national, person, stranger, national.root, national.intermediate, below)
    assert national.verify(cms, CONTENT).certificate_der == person.der


def test_refused_when_the_chain_does_not_end(national: Any) -> None:
    at = national.profile().not_before
    links = [national.intermediate]
    for number in range(4):
        links.append(new_authority(f"БУЫН {number}", at, links[-1]))
    person = issue(new_key(), links[-1], national.profile())
    assert refusal(national, signed_under(national, person, *links)) is Refusal.UNTRUSTED


def test_refused_when_two_authorities_vouch_for_each_other(national: Any) -> None:
    at = national.profile().not_before
    first, second = new_authority("БІРІ", at), new_authority("БІРІ-БІРІ", at)
    crossed = issue(first.key, second, _authority_profile(national, first))
    back = issue(second.key, first, _authority_profile(national, second))
    person = issue(new_key(), crossed, national.profile())
    assert refusal(national, signed_under(national, person, crossed, back)) is Refusal.CHAIN_INCOMPLETE


def _authority_profile(national: Any, like: Certified) -> Any:
    return replace(
        national.profile(),
        subject=like.certificate.subject,
        key_usage=usage("key_cert_sign"),
        extended=(),
        extensions=((x509.BasicConstraints(ca=True, path_length=None), True),),
    )


def test_refused_when_a_certificate_is_signed_over_sha1(national: Any) -> None:
    person = national.person()
    parsed = asn1_x509.Certificate.load(person.der)
    parsed["tbs_certificate"]["signature"] = parsed["signature_algorithm"] = {"algorithm": "sha1_rsa"}
    weak = hashes.SHA1()  # noqa: S303 - wrong on purpose
    signature = national.intermediate.key.sign(parsed["tbs_certificate"].dump(), padding.PKCS1v15(), weak)
    parsed["signature_value"] = signature
    over_sha1 = Certified(x509.load_der_x509_certificate(parsed.dump()), person.key)
    assert refusal(national, national.sign(CONTENT, over_sha1)) is Refusal.ALGORITHM


def test_refused_when_a_critical_rule_is_not_understood(national: Any) -> None:
    rule = x509.UnrecognizedExtension(ObjectIdentifier("1.2.398.3.99"), b"\x05\x00")
    assert refusal(national, national.sign(CONTENT, national.person(extensions=((rule, True),)))) is Refusal.UNTRUSTED
    assert national.verify(national.sign(CONTENT, national.person(extensions=((rule, False),))), CONTENT).iin


def test_a_self_made_certificate_is_not_trusted(national: Any) -> None:
    alone = issue(new_key(), None, national.profile())
    assert refusal(national, signed_under(national, alone)) is Refusal.UNTRUSTED


def test_a_listed_intermediate_need_not_come_with_the_signature(national: Any, make_national: Any) -> None:
    alone = signed_under(national, national.person())
    assert refusal(national, alone) is Refusal.CHAIN_INCOMPLETE
    listed = TrustList.from_pem(national.root.pem + national.intermediate.pem)
    assert national.verify(alone, CONTENT, trust=listed).iin
    assert national.verify(national.sign(CONTENT), CONTENT, trust=listed).iin
    without_its_root = TrustList.from_pem(make_national("БӨТЕН").root.pem + national.intermediate.pem)
    assert refusal(national, alone, trust=without_its_root) is Refusal.CHAIN_INCOMPLETE


def test_a_trust_list_holds_authorities_only_and_a_root(national: Any) -> None:
    with pytest.raises(ValueError, match="no root"):
        TrustList.from_pem(national.intermediate.pem)
    with pytest.raises(ValueError, match="no authority"):
        TrustList.from_pem(national.root.pem + national.person().pem)
    with pytest.raises(ValueError, match="PEM"):
        TrustList.from_pem(b"")


def test_either_key_is_refused_for_the_others_purpose(national: Any) -> None:
    login, sign = national.person(Purpose.LOGIN), national.person()
    assert refusal(national, national.sign(CONTENT, login)) is Refusal.WRONG_PURPOSE
    assert refusal(national, national.sign(CONTENT, sign), purpose=Purpose.LOGIN) is Refusal.WRONG_PURPOSE
    assert national.verify(national.sign(CONTENT, login), CONTENT, purpose=Purpose.LOGIN).iin
