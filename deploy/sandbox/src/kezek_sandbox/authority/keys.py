"""Each person's keys, made when first asked for and kept; certificates follow the sandbox's clock."""

import asyncio
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from cryptography import x509
from cryptography.x509.oid import ObjectIdentifier

from kezek.eds import Purpose
from kezek.eds.testing import (
    EMPLOYEE,
    HEAD,
    INDIVIDUAL,
    MAY_SIGN,
    ORGANISATION,
    Certified,
    Profile,
    individual,
    issue,
    of_organisation,
    personal,
    personal_gost,
)
from kezek_sandbox.authority.vault import Algorithm, Level, Vault, key_bytes, load_key, new_key_of, says
from kezek_sandbox.people.model import Person
from kezek_sandbox.store import Store

_VALID_BEFORE, _VALID_FOR = timedelta(days=1), timedelta(days=365)
_RENEW_BEFORE_END = timedelta(days=1)


class OwnerKind(StrEnum):
    """As whom somebody holds a key."""

    INDIVIDUAL = "individual"
    HEAD = "head"
    MAY_SIGN = "may_sign"
    EMPLOYEE = "employee"


_OWNERS: dict[OwnerKind, tuple[ObjectIdentifier, ...]] = {
    OwnerKind.INDIVIDUAL: (INDIVIDUAL,),
    OwnerKind.HEAD: (ORGANISATION, HEAD),
    OwnerKind.MAY_SIGN: (ORGANISATION, MAY_SIGN),
    OwnerKind.EMPLOYEE: (ORGANISATION, EMPLOYEE),
}


@dataclass(frozen=True, slots=True)
class Organisation:
    """A made-up organisation; `number` is its BIN."""

    name: str
    number: str


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose key it is, of which kind, for what, and as whom."""

    person: Person
    purpose: Purpose
    algorithm: Algorithm = Algorithm.RSA
    owner: OwnerKind = OwnerKind.INDIVIDUAL
    organisation: Organisation | None = None

    @property
    def slot(self) -> tuple[str, str]:
        """Where the key is kept: by person and kind. One GOST key serves both purposes."""
        kind: list[str] = [self.purpose] if self.algorithm is Algorithm.RSA else [self.algorithm]
        if self.organisation is not None:
            kind += [self.owner, self.organisation.number]
        return self.person.iin, "-".join(kind)

    def profile(self, not_before: datetime, not_after: datetime) -> Profile:
        """What the certificate says (domain §11)."""
        name = self.person.name.kk
        subject = individual(name.surname.upper(), name.given.upper(), name.patronymic.upper(), self.person.iin)
        if self.organisation is not None:
            subject = of_organisation(subject, self.organisation.name, self.organisation.number)
        owners = _OWNERS[self.owner]
        if self.algorithm is Algorithm.GOST:
            return personal_gost(subject, not_before, not_after, owners)
        return personal(subject, self.purpose, not_before, not_after, owners)


class PersonalKeys:
    """Keys by holder."""

    def __init__(self, store: Store, vault: Vault) -> None:
        self._store = store
        self._vault = vault
        self._held: dict[tuple[str, str], Certified] = {}
        self._making: defaultdict[tuple[str, str], asyncio.Lock] = defaultdict(asyncio.Lock)

    async def of(self, holder: Holder, now: datetime) -> Certified:
        """The holder's key with a certificate that is valid now."""
        held = self._held.get(holder.slot)
        if held is not None and self._is_valid(holder, held, now):
            return held
        async with self._making[holder.slot]:
            held = self._held.get(holder.slot) or await self._load(holder)
            if held is None or not self._is_valid(holder, held, now):
                held = await self._make(holder, now, held)
            self._held[holder.slot] = held
            return held

    async def renew(self, holder: Holder, now: datetime) -> Certified:
        """Another certificate for the same key, as after a revocation."""
        held = await self.of(holder, now)
        async with self._making[holder.slot]:
            self._held[holder.slot] = await self._make(holder, now, held)
            return self._held[holder.slot]

    async def _load(self, holder: Holder) -> Certified | None:
        question = "SELECT key, certificate FROM person_key WHERE iin = ? AND purpose = ?"
        rows = await self._store.read(question, holder.slot)
        if not rows:
            return None
        return Certified(x509.load_der_x509_certificate(rows[0]["certificate"]), load_key(rows[0]["key"]))

    async def _make(self, holder: Holder, now: datetime, held: Certified | None) -> Certified:
        key = held.key if held is not None else await asyncio.to_thread(new_key_of, holder.algorithm)
        made = await asyncio.to_thread(issue, key, self.issuer(holder), self.profile(holder, now))
        await self._store.write(
            "INSERT OR REPLACE INTO person_key (iin, purpose, key, certificate) VALUES (?, ?, ?, ?)",
            (*holder.slot, key_bytes(key), made.der),
        )
        return made

    def issuer(self, holder: Holder) -> Certified:
        """Who certifies such keys."""
        return self._vault.authorities[holder.algorithm].intermediate

    def profile(self, holder: Holder, now: datetime) -> Profile:
        """What a certificate made now would say."""
        return holder.profile(now - _VALID_BEFORE, now + _VALID_FOR).extended_by(
            self._vault.where(holder.algorithm, Level.ISSUING)
        )

    def _is_valid(self, holder: Holder, held: Certified, now: datetime) -> bool:
        certificate = held.certificate
        in_time = certificate.not_valid_before_utc <= now < certificate.not_valid_after_utc - _RENEW_BEFORE_END
        return in_time and says(certificate, self._vault.where(holder.algorithm, Level.ISSUING))
