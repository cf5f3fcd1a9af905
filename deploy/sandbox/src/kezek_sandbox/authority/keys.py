"""Each person's login and signing key, made when first asked for and kept; certificates follow the sandbox's clock."""

import asyncio
from collections import defaultdict
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import serialization

from kezek.eds import Purpose
from kezek.eds.testing import Certified, Profile, individual, issue, new_key, personal
from kezek_sandbox.authority.vault import Authority, key_bytes, load_key
from kezek_sandbox.people.model import Person
from kezek_sandbox.store import Store

_VALID_BEFORE, _VALID_FOR = timedelta(days=1), timedelta(days=365)
_RENEW_BEFORE_END = timedelta(days=1)
_Slot = tuple[str, Purpose]


def profile_of(person: Person, purpose: Purpose, not_before: datetime, not_after: datetime) -> Profile:
    """What a person's certificate says (domain §11)."""
    name = person.name.kk
    subject = individual(name.surname.upper(), name.given.upper(), name.patronymic.upper(), person.iin)
    return personal(subject, purpose, not_before, not_after)


class PersonalKeys:
    """Keys by person and purpose."""

    def __init__(self, store: Store, authority: Authority) -> None:
        self._store = store
        self._authority = authority
        self._held: dict[_Slot, Certified] = {}
        self._making: defaultdict[_Slot, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def of(self, person: Person, purpose: Purpose, now: datetime) -> Certified:
        """The person's key with a certificate that is valid now."""
        slot = (person.iin, purpose)
        held = self._held.get(slot)
        if held is not None and _is_valid(held, now):
            return held
        async with self._making[slot]:
            held = self._held.get(slot) or await self._load(slot)
            if held is None or not _is_valid(held, now):
                held = await self._make(person, purpose, now, held)
            self._held[slot] = held
            return held

    async def _load(self, slot: _Slot) -> Certified | None:
        rows = await self._store.read("SELECT key, certificate FROM person_key WHERE iin = ? AND purpose = ?", slot)
        if not rows:
            return None
        return Certified(x509.load_der_x509_certificate(rows[0]["certificate"]), load_key(rows[0]["key"]))

    async def _make(self, person: Person, purpose: Purpose, now: datetime, held: Certified | None) -> Certified:
        key = held.key if held is not None else await asyncio.to_thread(new_key)
        profile = profile_of(person, purpose, now - _VALID_BEFORE, now + _VALID_FOR)
        made = await asyncio.to_thread(issue, key, self._authority.intermediate, profile)
        await self._store.write(
            "INSERT OR REPLACE INTO person_key (iin, purpose, key, certificate) VALUES (?, ?, ?, ?)",
            (person.iin, purpose, key_bytes(key, serialization.Encoding.DER), made.der),
        )
        return made


def _is_valid(held: Certified, now: datetime) -> bool:
    certificate = held.certificate
    return certificate.not_valid_before_utc <= now < certificate.not_valid_after_utc - _RENEW_BEFORE_END
