"""GOST 34.10-2015: published vectors, an independent implementation, the national test authority, what is refused."""

import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from asn1crypto import cms as asn1
from cryptography import x509
from gostcrypto import gosthash, gostsignature

from kezek.eds import Owner, Purpose, Refusal, SignatureRefused, botan, gost
from kezek.eds.algorithms import is_made_by, is_signed_by
from kezek.eds.subject import bin_of, check_purpose, iin_of
from kezek.eds.testing import GostKey, Profile, issue, load_gost_key, new_authority, new_gost_key

PUBLISHED = Path(__file__).parent / "national_test_authority"
CURVE = gostsignature.CURVES_R_1323565_1_024_2019["id-tc26-gost-3410-12-512-paramSetA"]
HALF = 64
# one signature on the national curve as GNU Nettle's tests have it: X, Y, digest, r, s
X = (
    "03a36340a95bb5f93d131961b5b1c1b3213df7ff3b5a30376407e2a65c441bc6"
    "d1b34662317083243f007b15a8512b526606d3b172b606dce86dbd6f82da3d40"
)
Y = (
    "dead76318012fed79507809c89cc44848743640eac9a3c847da9082e050760a1"
    "0679f4b707abc1872640ad20d7441f66c7a8b3bff1b8e11b4a076f0a86749f73"
)
DIGEST = (
    "edc257bed45fdde4f1457b7f5b19017a8f204184366689d938532cdbaa5cb29a"
    "1d369da57f8b983be272219bd2c9a4fc57ecf7a77f34ee2e8aa553976a4766c0"
)
R = (
    "891aa75c2a6f3b4de27e3903f61cbb0f3f85a4e3c62f39a6e4e84a7477679c6e"
    "45008dc2774ca2ff64c12c0606ff918cae3a50115440e9bf2971b627a882a1e8"
)
S = (
    "31065479996ddbdee180afe22ca3cdc44b45ce4c6c83909d1d3b702922a32441"
    "a9e11dcfbea3d847c06b1a8a38eb1671d6c82fa21b79c99be2ea809b10daa5df"
)


def published(name: str) -> x509.Certificate:
    return x509.load_der_x509_certificate((PUBLISHED / name).read_bytes())


M1_DIGEST = (
    "1b54d01a4af5b9d5cc3d86d68d285462b19abc2475222f35c085122be4ba1ffa"
    "00ad30f8767b3a82384c6574f024c311e2a481332b08ef7f41797891c1646f48"
)
M2_DIGEST = (
    "1e88e62226bfca6f9994f1f2d51569e0daf8475a3b0fe61a5300eee46d961376"
    "035fe83549ada2b8620fcd7c496ce5b33f0cb9dddc2b6460143b03dabac9fb28"
)


@pytest.mark.parametrize(
    ("message", "digest"),
    [
        (b"012345678901234567890123456789012345678901234567890123456789012", M1_DIGEST),
        ("Се ветри, Стрибожи внуци, веютъ с моря стрелами на храбрыя плъкы Игоревы".encode("cp1251"), M2_DIGEST),
    ],
    ids=["RFC 6986 M1", "RFC 6986 M2"],
)
def test_streebog_gives_the_published_digests(message: bytes, digest: str) -> None:
    assert botan.streebog512(message).hex() == digest


def test_a_published_signature_on_the_national_curve_is_right_in_little_endian_digest_only() -> None:
    key = gost._TC26_HEAD + bytes.fromhex(X)[::-1] + bytes.fromhex(Y)[::-1]
    digest, signature = bytes.fromhex(DIGEST), bytes.fromhex(S + R)
    assert botan.is_signed(key, b"Raw", digest, signature)
    assert not botan.is_signed(key, b"Raw", digest[::-1], signature)
    assert not botan.is_signed(key, b"Raw", digest, bytes.fromhex(R + S))


def test_an_independent_implementation_agrees_both_ways() -> None:
    key, message = new_gost_key(), "Өтініш".encode()
    theirs = gostsignature.new(gostsignature.MODE_512, CURVE)
    digest = bytes(gosthash.new("streebog512", data=message).digest())
    public = key.public[:HALF][::-1] + key.public[HALF:][::-1]
    made = key.sign(message)
    big_endian = made[:HALF][::-1] + made[HALF:][::-1]
    assert theirs.verify(bytearray(public), bytearray(digest[::-1]), bytearray(big_endian))
    private = bytearray(range(1, HALF + 1))
    made = bytes(theirs.sign(private, bytearray(digest[::-1])))
    own = bytes(theirs.public_key_generate(private))
    little = [part[::-1] for part in (own[:HALF], own[HALF:], made[:HALF], made[HALF:])]
    assert gost.is_signed(little[0] + little[1], message, little[2] + little[3])
    assert not gost.is_signed(little[0] + little[1], message + b"!", little[2] + little[3])


def test_the_national_test_authoritys_certificates_and_lists_are_signed_by_whom_they_say() -> None:
    root, authority = published("root_test_gost_2022.cer"), published("nca_gost2022_test.cer")
    assert is_signed_by(root, root)
    assert is_signed_by(authority, root)
    assert not is_signed_by(root, authority)
    for name in ("individual", "individual_revoked", "head", "may_sign", "information_system"):
        assert is_signed_by(published(f"{name}.cer"), authority)
    for name in ("nca_gost2022_test.crl", "nca_gost2022_d_test.crl"):
        listed = x509.load_der_x509_crl((PUBLISHED / name).read_bytes())
        oid, signed = listed.signature_algorithm_oid.dotted_string, listed.tbs_certlist_bytes
        assert is_made_by(authority, oid, signature=listed.signature, signed=signed)
        assert not is_made_by(authority, oid, signature=listed.signature, signed=signed + b"\0")


@pytest.mark.parametrize(
    ("name", "owner", "number"),
    [
        ("individual", Owner.INDIVIDUAL, None),
        ("head", Owner.HEAD, "123456789021"),
        ("may_sign", Owner.MAY_SIGN, "123456789021"),
    ],
)
@pytest.mark.parametrize("purpose", list(Purpose))
def test_the_national_test_authoritys_people_are_read_as_what_they_are(
    name: str, owner: Owner, number: str | None, purpose: Purpose
) -> None:
    certificate = published(f"{name}.cer")
    assert (check_purpose(certificate, purpose), bin_of(certificate)) == (owner, number)
    assert iin_of(certificate).startswith("12345678901")


def test_an_information_systems_key_is_nobodys() -> None:
    with pytest.raises(SignatureRefused, match="certificate_wrong_purpose"):
        check_purpose(published("information_system.cer"), Purpose.SIGN)


@pytest.mark.parametrize("purpose", list(Purpose))
def test_one_key_signs_in_and_signs(gost_national: Any, purpose: Purpose) -> None:
    signer = gost_national.verify(gost_national.sign(), purpose=purpose)
    assert (signer.iin, signer.owner, signer.algorithm) == (
        "991399000009",
        Owner.INDIVIDUAL,
        "gost3410-2015-512-streebog512",
    )


def refusal(national: Any, cms: bytes, **given: Any) -> Refusal:
    with pytest.raises(SignatureRefused) as refused:
        national.verify(cms, **given)
    return refused.value.code


def test_other_content_and_a_changed_signature_are_refused(gost_national: Any) -> None:
    cms = gost_national.sign(b"one thing")
    assert refusal(gost_national, cms, content=b"another") is Refusal.MISMATCH
    for position in (1, HALF, 2 * HALF):
        broken = bytearray(cms)
        broken[-position] ^= 1
        assert refusal(gost_national, bytes(broken), content=b"one thing") is Refusal.INVALID


@pytest.mark.parametrize(
    "signature",
    [b"", b"\1" * 127, b"\1" * 129, bytes(128), b"\xff" * 128, b"\1" * 64 + bytes(64), bytes(64) + b"\1" * 64],
    ids=["none", "short", "long", "zeros", "too great", "s is zero", "r is zero"],
)
def test_numbers_out_of_range_are_no_signature(signature: bytes) -> None:
    assert not gost.is_signed(new_gost_key().public, b"", signature)


def _order_added(signature: bytes, half: int) -> bytes | None:
    part = signature[half * HALF : (half + 1) * HALF]
    greater = int.from_bytes(part, "little") + CURVE["q"]
    if greater >= 2**512:
        return None
    parts = [signature[:HALF], signature[HALF:]]
    parts[half] = greater.to_bytes(HALF, "little")
    return b"".join(parts)


def test_a_signature_has_one_spelling_only() -> None:
    key = new_gost_key()
    made = key.sign(b"")
    assert gost.is_signed(key.public, b"", made)
    doubles = [_order_added(made, half) for half in (0, 1)]
    assert not any(gost.is_signed(key.public, b"", double) for double in doubles if double is not None)


@pytest.mark.parametrize(
    "change",
    [
        lambda public: public[:-1] + bytes([public[-1] ^ 1]),
        lambda _: bytes(128),
        lambda _: b"\xff" * 128,
        lambda public: public[HALF:] + public[:HALF],
        lambda public: public[:64] + (CURVE["p"] - int.from_bytes(public[64:], "little") + 1).to_bytes(64, "little"),
    ],
    ids=["beside the curve", "zero", "beyond the field", "halves turned", "not its mirror"],
)
def test_a_key_that_is_no_point_of_the_curve_is_refused(gost_national: Any, change: Any) -> None:
    key = new_gost_key()
    wrong = GostKey(key.pkcs8, change(key.public))
    person = issue(wrong, gost_national.intermediate, gost_national.gost_profile())
    assert refusal(gost_national, gost_national.sign(signer=person)) is Refusal.ALGORITHM


def test_a_key_of_another_length_is_refused(gost_national: Any) -> None:
    key = new_gost_key()
    for public in (key.public[:-1], key.public[:64], key.public + b"\0"):
        person = issue(GostKey(key.pkcs8, public), gost_national.intermediate, gost_national.gost_profile())
        assert refusal(gost_national, gost_national.sign(signer=person)) is Refusal.ALGORITHM


def test_a_key_on_another_curve_is_refused(gost_national: Any) -> None:
    key = replace(new_gost_key(), curve="1.2.398.3.10.1.1.2.2.2")
    person = issue(key, gost_national.intermediate, gost_national.gost_profile())
    assert refusal(gost_national, gost_national.sign(signer=person)) is Refusal.ALGORITHM


def test_mixed_algorithms_are_refused(national: Any, gost_national: Any) -> None:
    assert refusal(gost_national, gost_national.sign(digest="sha256")) is Refusal.ALGORITHM
    assert refusal(national, national.sign(digest="sha256", change=_called_gost)) is Refusal.ALGORITHM
    assert refusal(gost_national, gost_national.sign(change=_called_rsa)) is Refusal.ALGORITHM


def _called_gost(data: asn1.SignedData) -> None:
    data["signer_infos"][0]["signature_algorithm"] = {"algorithm": gost.SIGNATURE}


def _called_rsa(data: asn1.SignedData) -> None:
    data["signer_infos"][0]["signature_algorithm"] = {"algorithm": "sha256_rsa"}


def test_the_signature_may_be_named_by_the_keys_algorithm_as_with_rsa(gost_national: Any) -> None:
    def named(data: asn1.SignedData) -> None:
        data["signer_infos"][0]["signature_algorithm"] = {"algorithm": gost.KEY}

    assert gost_national.verify(gost_national.sign(change=named)).iin


def test_certificates_of_either_kind_may_stand_in_one_chain(national: Any, gost_national: Any) -> None:
    below = new_authority("РСА АСТЫНДА", gost_national.now, national.root, key=new_gost_key())
    person = issue(new_gost_key(), below, gost_national.gost_profile())
    cms = gost_national.sealed_with(person, below)
    assert gost_national.verify(cms, trust=national.trust).iin
    assert refusal(gost_national, cms) is Refusal.CHAIN_INCOMPLETE


def test_an_authority_of_the_same_name_and_another_gost_key_is_refused(
    gost_national: Any, make_gost_national: Any
) -> None:
    assert refusal(gost_national, make_gost_national().sign()) is Refusal.ISSUER_MISMATCH


def test_many_threads_verify_at_once(gost_national: Any) -> None:
    right, wrong = gost_national.sign(), bytearray(gost_national.sign())
    wrong[-1] ^= 1

    def one(number: int) -> bool:
        try:
            gost_national.verify(bytes(wrong) if number % 2 else right)
        except SignatureRefused:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(one, range(80))) == [number % 2 == 0 for number in range(80)]


def test_a_kept_key_is_the_same_key() -> None:
    key = new_gost_key()
    assert load_gost_key(key.pkcs8).public == key.public
    assert gost.is_signed(key.public, b"x", load_gost_key(key.pkcs8).sign(b"x"))


def test_a_missing_library_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(botan, "LIBRARY", "libbotan-2.so.0")
    botan.library.cache_clear()
    try:
        with pytest.raises(botan.BotanMissingError, match="libbotan-2-19"):
            botan.streebog512(b"")
    finally:
        monkeypatch.undo()
        botan.library.cache_clear()


def test_a_clientauth_only_gost_key_signs_nothing(gost_national: Any) -> None:
    profile: Profile = gost_national.profile(Purpose.LOGIN)
    person = issue(new_gost_key(), gost_national.intermediate, profile)
    assert refusal(gost_national, gost_national.sign(signer=person)) is Refusal.WRONG_PURPOSE


def test_whatever_the_bytes_are_only_a_refusal_comes_of_them(gost_national: Any) -> None:
    right, dice = gost_national.sign(), random.Random(20261121)
    for _ in range(300):
        damaged = bytearray(right)
        place = dice.randrange(len(damaged))
        damaged[place] ^= dice.randrange(1, 256)
        if dice.random() < 0.3:
            del damaged[place : place + dice.randrange(1, 9)]
        with pytest.raises(SignatureRefused):
            gost_national.verify(bytes(damaged))
