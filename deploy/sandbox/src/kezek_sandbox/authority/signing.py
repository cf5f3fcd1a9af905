"""Signs bytes as a person, or with one of the flaws that must be refused (domain §2)."""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from kezek.eds import Purpose
from kezek.eds.testing import RIGHT, Certified, GostKey, Profile, Seal, issue, seal
from kezek_sandbox.authority.keys import Holder, PersonalKeys
from kezek_sandbox.authority.revoked import Revocations
from kezek_sandbox.authority.vault import Algorithm, Authority, Vault
from kezek_sandbox.people.model import Person
from kezek_sandbox.problems import ProblemError

_NOISE_BYTES = 1_000_000
_DAY = timedelta(days=1)
_OTHER_CURVE = "1.2.398.3.10.1.1.2.2.2"


class Flaw(StrEnum):
    """What shall be wrong with the signature."""

    EXPIRED = "expired"
    UNKNOWN_AUTHORITY = "unknown_authority"
    SAME_NAME_AUTHORITY = "same_name_authority"
    MISSING_INTERMEDIATE = "missing_intermediate"
    LEAF_AS_AUTHORITY = "leaf_as_authority"
    NO_SIGNER = "no_signer"
    NOISE = "noise"
    OTHER_BYTES = "other_bytes"
    REVOKED = "revoked"
    WRONG_CURVE = "wrong_curve"


@dataclass(frozen=True, slots=True)
class Task:
    """One signature to be made: by whom, over what, when."""

    own: Certified
    profile: Profile
    content: bytes
    now: datetime
    vault: Vault
    algorithm: Algorithm
    how: Seal = RIGHT

    @property
    def national(self) -> Authority:
        """The authority that counts."""
        return self.vault.authorities[self.algorithm]

    def sealed(self, signer: Certified, *chain: Certified, content: bytes | None = None, signers: int = 1) -> bytes:
        """A CMS by this signer with these certificates beside its own."""
        what = self.content if content is None else content
        return seal(what, signer, chain, self.now, replace(self.how, signers=signers))


def _right(task: Task) -> bytes:
    return task.sealed(task.own, task.national.intermediate)


def _expired(task: Task) -> bytes:
    end = task.now - 2 * _DAY
    ended = replace(task.profile, not_before=end - 365 * _DAY, not_after=end)
    return task.sealed(issue(task.own.key, task.national.intermediate, ended), task.national.intermediate)


def _unknown_authority(task: Task) -> bytes:
    other = task.vault.unknown
    return task.sealed(issue(task.own.key, other.intermediate, task.profile), other.intermediate, other.root)


def _same_name_authority(task: Task) -> bytes:
    double = task.vault.same_name
    return task.sealed(issue(task.own.key, double.intermediate, task.profile), double.intermediate)


def _missing_intermediate(task: Task) -> bytes:
    return task.sealed(task.own)


def _leaf_as_authority(task: Task) -> bytes:
    forged = issue(task.own.key, task.own, task.profile)
    return task.sealed(forged, task.own, task.national.intermediate)


def _no_signer(task: Task) -> bytes:
    return task.sealed(task.own, task.national.intermediate, signers=0)


def _noise(_task: Task) -> bytes:
    return secrets.token_bytes(_NOISE_BYTES)


def _other_bytes(task: Task) -> bytes:
    return task.sealed(task.own, task.national.intermediate, content=task.content + b"!")


def _wrong_curve(task: Task) -> bytes:
    if not isinstance(task.own.key, GostKey):
        raise ProblemError(422, "flaw_needs_gost")
    beside = replace(task.own.key, curve=_OTHER_CURVE)
    return task.sealed(issue(beside, task.national.intermediate, task.profile), task.national.intermediate)


_WAYS: dict[Flaw | None, Callable[[Task], bytes]] = {
    None: _right,
    Flaw.EXPIRED: _expired,
    Flaw.UNKNOWN_AUTHORITY: _unknown_authority,
    Flaw.SAME_NAME_AUTHORITY: _same_name_authority,
    Flaw.MISSING_INTERMEDIATE: _missing_intermediate,
    Flaw.LEAF_AS_AUTHORITY: _leaf_as_authority,
    Flaw.NO_SIGNER: _no_signer,
    Flaw.NOISE: _noise,
    Flaw.OTHER_BYTES: _other_bytes,
    Flaw.REVOKED: _right,
    Flaw.WRONG_CURVE: _wrong_curve,
}


class Signing:
    """The authority's counter: signatures by anybody whom the sandbox knows."""

    def __init__(self, keys: PersonalKeys, vault: Vault, revocations: Revocations) -> None:
        self._keys = keys
        self._vault = vault
        self._revocations = revocations

    async def prepare(self, person: Person, now: datetime) -> None:
        """Make both RSA keys of a person beforehand."""
        await asyncio.gather(*(self._keys.of(Holder(person, purpose), now) for purpose in Purpose))

    async def sign(self, holder: Holder, content: bytes, now: datetime, flaw: Flaw | None, how: Seal = RIGHT) -> bytes:
        """A CMS over these bytes, detached unless another way is said."""
        own = await self._keys.of(holder, now)
        profile = self._keys.profile(holder, now)
        if flaw is Flaw.REVOKED:
            own = await asyncio.to_thread(issue, own.key, self._keys.issuer(holder), profile)
            await self._revocations.add(holder.algorithm, own.certificate.serial_number, now - _DAY, "key_compromise")
        task = Task(own, profile, content, now, self._vault, holder.algorithm, how)
        return await asyncio.to_thread(_WAYS[flaw], task)

    async def revoke(self, holder: Holder, now: datetime, reason: str) -> str:
        """Revoke the holder's certificate of now; answers its serial number."""
        serial = (await self._keys.of(holder, now)).certificate.serial_number
        await self._revocations.add(holder.algorithm, serial, now, reason)
        return f"{serial:x}"

    async def renew(self, holder: Holder, now: datetime) -> str:
        """Give the holder another certificate; answers its serial number."""
        return f"{(await self._keys.renew(holder, now)).certificate.serial_number:x}"
