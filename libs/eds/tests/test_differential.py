"""pyHanko as an oracle: whatever kezek.eds accepts, an independent and well-kept verifier accepts too (docs/adr)."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from asn1crypto import cms as asn1
from asn1crypto import core, pem
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.x509.oid import ExtendedKeyUsageOID, ObjectIdentifier
from pyhanko.sign.validation.generic_cms import async_validate_detached_cms
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from kezek.eds import Refusal, SignatureRefused
from kezek.eds.testing import INDIVIDUAL, Certified, Seal, issue, new_authority, new_key, seal, usage

CONTENT = b"what is signed"
SEED = 20261121
SIGNING_KEY = KeyUsageConstraints(
    {"digital_signature", "non_repudiation"}, extd_key_usage={"email_protection"}, match_all_key_usages=True
)
DAY = timedelta(days=1)
SHORT_KEY, OTHER_KEY = new_key(1024), new_key()


def ours(national: Any, cms: bytes, content: bytes = CONTENT, **given: Any) -> Refusal | None:
    try:
        national.verify(cms, content, **given)
    except SignatureRefused as refused:
        return refused.code
    return None


async def theirs(national: Any, cms: bytes, content: bytes = CONTENT, *, at: Any) -> bool:
    """Whether pyHanko finds the signature intact, valid and trusted; it raises many things over bad input."""
    roots = [asn1_x509.Certificate.load(pem.unarmor(national.root.pem)[2])]
    try:
        signed = asn1.ContentInfo.load(cms)["content"]
        context = ValidationContext(trust_roots=roots, moment=at, allow_fetching=False)
        status = await async_validate_detached_cms(
            content, signed, signer_validation_context=context, key_usage_settings=SIGNING_KEY
        )
    except Exception:  # noqa: BLE001 - any fault is a refusal
        return False
    return bool(status.intact and status.valid and status.trusted)


async def compared(national: Any, cms: bytes, content: bytes = CONTENT, at: Any = None) -> tuple[bool, bool]:
    at = at or national.profile().not_before + 2 * DAY
    us = ours(national, cms, content, at=at) is None
    them = await theirs(national, cms, content, at=at)
    assert them or not us, "accepted here, refused by pyHanko"
    return us, them


def _without(*names: str) -> Callable[[asn1.SignedData], None]:
    def change(data: asn1.SignedData) -> None:
        for name in names:
            if name == "certificates":
                del data[name]
            else:
                del data["signer_infos"][0][name]

    return change


def _crowd(data: asn1.SignedData) -> None:
    data["certificates"] = [data["certificates"][0]] * 7


def _only_authority(data: asn1.SignedData) -> None:
    data["certificates"] = [data["certificates"][1]]


def _zeroes(data: asn1.SignedData) -> None:
    data["signer_infos"][0]["signature"] = bytes(256)


FLAWS = {
    "no signer": Seal(signers=0),
    "two signers": Seal(signers=2),
    "content inside": Seal(encapsulated=CONTENT),
    "other content inside": Seal(encapsulated=b"other"),
    "md5": Seal(digest="md5"),
    "sha1": Seal(digest="sha1"),
    "no certificates": Seal(change=_without("certificates")),
    "signer's certificate missing": Seal(change=_only_authority),
    "seven certificates": Seal(change=_crowd),
    "no signed attributes": Seal(change=_without("signed_attrs")),
    "no content type": Seal(attributes=lambda listed: listed[1:]),
    "no digest": Seal(attributes=lambda listed: [listed[0], *listed[2:]]),
    "digest twice": Seal(attributes=lambda listed: [*listed, listed[1]]),
    "signature of zeroes": Seal(change=_zeroes),
    "bound to another certificate": Seal(bound_to=b"another"),
}


@pytest.mark.parametrize("flaw", FLAWS)
async def test_every_flaw_of_the_envelope(national: Any, flaw: str) -> None:
    us, _ = await compared(
        national, seal(CONTENT, _person(national), [national.intermediate], _at(national), FLAWS[flaw])
    )
    assert not us


async def test_the_right_signature_and_the_wrong_content(national: Any) -> None:
    for digest in ("sha256", "sha512"):
        assert await compared(national, national.sign(CONTENT, digest=digest)) == (True, True)
    assert await compared(national, national.sign(CONTENT), b"other") == (False, False)


async def test_hundreds_of_damaged_signatures(national: Any) -> None:
    chance, whole = random.Random(SEED), national.sign(CONTENT)
    for _ in range(400):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 3)):
            start = chance.randrange(len(damaged))
            damaged[start : start + chance.randint(0, 6)] = chance.randbytes(chance.randint(0, 6))
        await compared(national, bytes(damaged))


def _at(national: Any) -> Any:
    return national.profile().not_before + 2 * DAY


def _person(national: Any, **changes: Any) -> Certified:
    return issue(OTHER_KEY, national.intermediate, national.profile(**changes))


def _random_leaf(national: Any, chance: random.Random) -> dict[str, Any]:
    """Changes of the signer's certificate; most of them leave it right."""
    begins = _at(national)
    choices: list[dict[str, Any]] = [
        *[{}] * 8,
        {"not_after": begins - timedelta(seconds=chance.randint(2, 90_000))},
        {"not_before": begins + timedelta(seconds=chance.randint(2, 90_000))},
        {"key_usage": usage(*chance.sample(["digital_signature", "content_commitment", "key_encipherment"], 2))},
        {"key_usage": None},
        {"extended": (ExtendedKeyUsageOID.EMAIL_PROTECTION, INDIVIDUAL, ExtendedKeyUsageOID.CLIENT_AUTH)},
        {"extended": (chance.choice([ExtendedKeyUsageOID.CLIENT_AUTH, ExtendedKeyUsageOID.CODE_SIGNING]), INDIVIDUAL)},
        {"extended": ()},
        {"extensions": ((_unknown_rule(), chance.random() < 0.5),)},
        {"extensions": ((x509.BasicConstraints(ca=chance.random() < 0.5, path_length=None), True),)},
    ]
    return chance.choice(choices)


def _unknown_rule() -> x509.UnrecognizedExtension:
    return x509.UnrecognizedExtension(ObjectIdentifier("1.2.398.3.99"), b"\x05\x00")


def _random_authority(national: Any, above: Certified, number: int, chance: random.Random) -> Certified:
    """An authority between; most are right."""
    ca, sign = chance.random() < 0.9, chance.random() < 0.9
    length = chance.choice([None, None, 0, 1, 2]) if ca else None
    profile = replace(
        national.profile(),
        subject=x509.Name.from_rfc4514_string(f"CN=БУЫН {number}"),
        key_usage=usage(*(["key_cert_sign", "crl_sign"] if sign else ["crl_sign"])),
        extended=(),
        extensions=((x509.BasicConstraints(ca=ca, path_length=length), True),),
    )
    return issue(OTHER_KEY, above, profile)


def _random_change(chance: random.Random, strangers: list[Certified]) -> Callable[[asn1.SignedData], None] | None:
    """A change of the unsigned parts: order, strangers and doubles among the certificates, an unsigned attribute."""

    def change(data: asn1.SignedData) -> None:
        extra = [asn1_x509.Certificate.load(each.der) for each in chance.sample(strangers, chance.randint(0, 2))]
        listed = [each.chosen for each in data["certificates"]] + extra
        chance.shuffle(listed)
        data["certificates"] = listed
        if chance.random() < 0.2:
            note = asn1.CMSAttribute({"type": "1.2.398.3.98", "values": [core.OctetString(b"note")]})
            data["signer_infos"][0]["unsigned_attrs"] = [note]

    return change if chance.random() < 0.7 else None


def _random_cms(national: Any, strangers: list[Certified], chance: random.Random) -> bytes:
    chain = [national.intermediate]
    for number in range(chance.choice([0, 0, 0, 1, 1, 2])):
        chain.append(_random_authority(national, chain[-1], number, chance))
    key = SHORT_KEY if chance.random() < 0.04 else OTHER_KEY
    leaf = issue(key, chain[-1], national.profile(**_random_leaf(national, chance)))
    shown = [each for each in chain if chance.random() < 0.95]
    digest = chance.choice(["sha256", "sha256", "sha512", "sha1"])
    how = Seal(digest=digest, change=_random_change(chance, strangers))
    return seal(CONTENT, leaf, shown, _at(national), how)


async def test_hundreds_of_random_chains(national: Any, make_national: Callable[[str], Any]) -> None:
    """Right and wrong ones in plenty, so that the comparison says something in both directions."""
    chance = random.Random(SEED)
    double = make_national("СЫНАҚ")
    strangers = [double.root, double.intermediate, national.root, new_authority("БӨТЕН", _at(national))]
    found: Counter[tuple[bool, bool]] = Counter()
    for _ in range(300):
        found[await compared(national, _random_cms(national, strangers, chance))] += 1
    assert found[True, True] > 50
    assert found[False, False] > 50


async def test_a_signature_of_last_year_is_judged_at_its_time(national: Any) -> None:
    cms = national.sign(CONTENT, _person(national))
    end = national.profile().not_after
    for at, accepted in ((end - DAY, True), (end + DAY, False)):
        assert await compared(national, cms, at=at) == (accepted, accepted)
        assert (ours(national, cms, at=at) is None) is accepted


async def test_what_only_kezek_refuses(national: Any) -> None:
    """The national profile: both key usages, whose kind of key it is, and an IIN."""
    cases: list[tuple[Refusal, dict[str, Any]]] = [
        (Refusal.WRONG_PURPOSE, {"key_usage": usage("digital_signature", "key_encipherment")}),
        (Refusal.WRONG_PURPOSE, {"extended": (ExtendedKeyUsageOID.EMAIL_PROTECTION,)}),
        (Refusal.WITHOUT_IIN, {"subject": x509.Name.from_rfc4514_string("CN=АТЫ ЖОҚ")}),
    ]
    for code, changes in cases:
        cms = seal(CONTENT, _person(national, **changes), [national.intermediate], _at(national))
        assert (ours(national, cms, at=_at(national)), await theirs(national, cms, at=_at(national))) == (code, True)
