import base64
import hashlib
import random
from typing import Any

import pytest
from asn1crypto import cms as asn1
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.serialization import pkcs7
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kezek.eds import MAX_CMS_BYTES, Refusal, SignatureRefused, normalise_cms
from kezek.eds.testing import issue, new_key

CONTENT = b"exactly these bytes"


def refusal(national: Any, cms: bytes, content: bytes = CONTENT) -> Refusal:
    with pytest.raises(SignatureRefused) as refused:
        national.verify(cms, content)
    return refused.value.code


def test_a_right_signature_names_its_signer(national: Any) -> None:
    person = national.person()
    signer = national.verify(national.sign(CONTENT, person), CONTENT)
    assert signer.certificate_der == person.der
    assert signer.certificate_serial == f"{person.certificate.serial_number:x}"
    assert signer.certificate_sha256 == person.certificate.fingerprint(hashes.SHA256()).hex()


def test_a_signature_by_an_independent_maker_is_accepted(national: Any) -> None:
    person = national.person()
    builder = (
        pkcs7.PKCS7SignatureBuilder().set_data(CONTENT).add_signer(person.certificate, person.key, hashes.SHA256())
    )
    options = [pkcs7.PKCS7Options.DetachedSignature, pkcs7.PKCS7Options.Binary]
    cms = builder.add_certificate(national.intermediate.certificate).sign(serialization.Encoding.DER, options)
    assert national.verify(cms, CONTENT).iin == "991399000009"


def test_a_signature_of_indefinite_length_is_accepted(national: Any) -> None:
    cms = national.sign(CONTENT)
    assert cms[:2] == b"\x30\x82"
    assert national.verify(b"\x30\x80" + cms[4:] + b"\x00\x00", CONTENT).iin


def test_every_spelling_gives_the_same_bytes(national: Any) -> None:
    cms = national.sign(CONTENT)
    text = base64.encodebytes(cms).decode()
    for label in ("CMS", "PKCS7"):
        assert normalise_cms(f"-----BEGIN {label}-----\r\n{text}-----END {label}-----\n") == cms
    assert normalise_cms(text) == normalise_cms(text.encode()) == normalise_cms(cms) == cms


@pytest.mark.parametrize("text", ["!", "әғқ", "-----BEGIN CMS-----AAAA", b"\xff\xfe", "A"])
def test_a_text_that_is_no_signature_is_malformed(text: str | bytes) -> None:
    with pytest.raises(SignatureRefused) as refused:
        normalise_cms(text)
    assert refused.value.code is Refusal.MALFORMED


def test_a_megabyte_of_noise_is_refused_before_it_is_read(national: Any) -> None:
    noise = random.Random(1).randbytes(1_000_000)
    assert refusal(national, noise) is Refusal.TOO_LARGE
    for spelling in (b"\x30" + noise, base64.b64encode(noise), base64.b64encode(noise).decode()):
        with pytest.raises(SignatureRefused) as refused:
            normalise_cms(spelling)
        assert refused.value.code is Refusal.TOO_LARGE


@pytest.mark.parametrize("noise", [b"", b"\x00", b"0", b"\x30\x80" * 5000, b"\x30\x03\x06\x01\x2a", b"noise" * 100])
def test_noise_is_malformed(national: Any, noise: bytes) -> None:
    assert refusal(national, noise) is Refusal.MALFORMED


def test_other_bytes_are_a_mismatch(national: Any) -> None:
    assert refusal(national, national.sign(CONTENT), CONTENT + b" ") is Refusal.MISMATCH


def test_refused_without_a_signer_or_with_two(national: Any) -> None:
    assert refusal(national, national.sign(CONTENT, signers=0)) is Refusal.NO_SIGNER
    assert refusal(national, national.sign(CONTENT, signers=2)) is Refusal.SEVERAL_SIGNERS


def test_refused_without_the_signers_certificate(national: Any) -> None:
    def drop_all(data: asn1.SignedData) -> None:
        del data["certificates"]

    def drop_own(data: asn1.SignedData) -> None:
        data["certificates"] = [data["certificates"][1]]

    assert refusal(national, national.sign(CONTENT, change=drop_all)) is Refusal.NO_CERTIFICATE
    assert refusal(national, national.sign(CONTENT, change=drop_own)) is Refusal.NO_CERTIFICATE


def test_refused_with_countless_certificates(national: Any) -> None:
    def crowd(data: asn1.SignedData) -> None:
        data["certificates"] = [data["certificates"][0]] * 7

    assert refusal(national, national.sign(CONTENT, change=crowd)) is Refusal.TOO_MANY_CERTIFICATES


def test_refused_when_the_content_is_inside(national: Any) -> None:
    assert refusal(national, national.sign(CONTENT, encapsulated=CONTENT)) is Refusal.CONTENT_INSIDE
    assert refusal(national, national.sign(CONTENT, encapsulated=b"other")) is Refusal.CONTENT_INSIDE


def test_accepted_with_the_time_stamp_that_ncalayer_adds(national: Any, gost_national: Any) -> None:
    for authority in (national, gost_national):
        stamped = authority.sign(CONTENT, stamped_by=authority.intermediate)
        signer = asn1.ContentInfo.load(stamped)["content"]["signer_infos"][0]
        (token,) = (each for each in signer["unsigned_attrs"] if each["type"].native == "signature_time_stamp_token")
        said = token["values"][0]["content"]["encap_content_info"]["content"].parsed
        imprint = said["message_imprint"]["hashed_message"].native
        assert imprint == hashlib.sha256(signer["signature"].native).digest()
        assert authority.verify(stamped, CONTENT).iin == authority.verify(authority.sign(CONTENT), CONTENT).iin


def test_accepted_when_what_was_signed_is_the_contents_digest(national: Any) -> None:
    digest = hashlib.sha256(CONTENT).digest()
    assert national.verify(national.sign(digest, digested=True), CONTENT).algorithm == "rsa-2048-sha256"
    assert refusal(national, national.sign(digest[::-1], digested=True)) is Refusal.MISMATCH


@pytest.mark.parametrize("digest", ["md5", "sha1"])
def test_refused_over_a_broken_digest(national: Any, digest: str) -> None:
    assert refusal(national, national.sign(CONTENT, digest=digest)) is Refusal.ALGORITHM


def test_accepted_over_a_longer_digest(national: Any) -> None:
    assert national.verify(national.sign(CONTENT, digest="sha512"), CONTENT).algorithm == "rsa-2048-sha512"


def test_refused_when_the_key_is_short(national: Any) -> None:
    short = issue(new_key(1024), national.intermediate, national.profile())
    assert refusal(national, national.sign(CONTENT, short)) is Refusal.ALGORITHM


@pytest.mark.parametrize("left_out", [0, 1])
def test_refused_when_a_signed_attribute_is_missing(national: Any, left_out: int) -> None:
    cms = national.sign(CONTENT, attributes=lambda listed: listed[:left_out] + listed[left_out + 1 :])
    assert refusal(national, cms) is Refusal.MALFORMED


def test_refused_when_a_signed_attribute_stands_twice(national: Any) -> None:
    cms = national.sign(CONTENT, attributes=lambda listed: [*listed, listed[1]])
    assert refusal(national, cms) is Refusal.MALFORMED


def test_refused_without_signed_attributes(national: Any) -> None:
    def strip(data: asn1.SignedData) -> None:
        del data["signer_infos"][0]["signed_attrs"]

    assert refusal(national, national.sign(CONTENT, change=strip)) is Refusal.MALFORMED


def test_the_signed_attributes_cannot_be_passed_off_as_content(national: Any) -> None:
    taken: list[bytes] = []

    def strip(data: asn1.SignedData) -> None:
        taken.append(data["signer_infos"][0]["signed_attrs"].untag().dump())
        del data["signer_infos"][0]["signed_attrs"]

    cms = national.sign(CONTENT, change=strip)
    assert refusal(national, cms, taken[0]) is Refusal.MALFORMED


def test_refused_when_signed_by_another_key_than_the_certificates(national: Any) -> None:
    def another(data: asn1.SignedData) -> None:
        signer = data["signer_infos"][0]
        signer["signature"] = bytes(256)

    assert refusal(national, national.sign(CONTENT, change=another)) is Refusal.INVALID


def test_refused_when_bound_to_another_certificate(national: Any) -> None:
    cms = national.sign(CONTENT, bound_to=national.intermediate.der)
    assert refusal(national, cms) is Refusal.INVALID


def test_no_single_changed_byte_is_accepted(national: Any) -> None:
    cms = national.sign(CONTENT)
    random_bits = random.Random(7)
    for position in range(len(cms)):
        changed = bytearray(cms)
        changed[position] ^= 1 << random_bits.randrange(8)
        with pytest.raises(SignatureRefused):
            national.verify(bytes(changed), CONTENT)


DAMAGE = st.tuples(st.floats(0, 1), st.integers(0, 12), st.binary(max_size=12))


@settings(max_examples=300, deadline=None)
@given(damages=st.lists(DAMAGE, min_size=1, max_size=4))
def test_random_damage_is_only_ever_refused(national: Any, damages: list[tuple[float, int, bytes]]) -> None:
    whole = _signed(national)
    cms = bytearray(whole)
    for where, length, replacement in damages:
        start = int(where * len(cms))
        cms[start : start + length] = replacement
    assume(bytes(cms) != whole)
    with pytest.raises(SignatureRefused):
        national.verify(bytes(cms), CONTENT)


@settings(max_examples=200, deadline=None)
@given(noise=st.binary(max_size=400))
def test_random_noise_is_only_ever_refused(national: Any, noise: bytes) -> None:
    with pytest.raises(SignatureRefused):
        national.verify(noise, CONTENT)


_KEPT: dict[int, bytes] = {}


def _signed(national: Any) -> bytes:
    return _KEPT.setdefault(id(national), national.sign(CONTENT))


def test_size_is_capped() -> None:
    assert MAX_CMS_BYTES == 65_536
