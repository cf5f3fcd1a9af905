"""Signs bytes as a person, or with one of the flaws that must be refused (domain §2)."""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from kezek.eds import Purpose
from kezek.eds.testing import Certified, Profile, Seal, issue, seal
from kezek_sandbox.authority.keys import PersonalKeys, profile_of
from kezek_sandbox.authority.vault import Authority, Vault
from kezek_sandbox.people.model import Person

_NOISE_BYTES = 1_000_000
_DAY = timedelta(days=1)


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


@dataclass(frozen=True, slots=True)
class Task:
    """One signature to be made: by whom, over what, when."""

    own: Certified
    profile: Profile
    content: bytes
    now: datetime
    vault: Vault

    @property
    def national(self) -> Authority:
        """The authority that counts."""
        return self.vault.national

    def sealed(self, signer: Certified, *chain: Certified, content: bytes | None = None, signers: int = 1) -> bytes:
        """A CMS by this signer with these certificates beside its own."""
        what = self.content if content is None else content
        return seal(what, signer, chain, self.now, Seal(signers=signers))


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
}


class Signing:
    """The authority's counter: signatures by anybody whom the sandbox knows."""

    def __init__(self, keys: PersonalKeys, vault: Vault) -> None:
        self._keys = keys
        self._vault = vault

    async def prepare(self, person: Person, now: datetime) -> None:
        """Make both keys of a person beforehand."""
        await asyncio.gather(*(self._keys.of(person, purpose, now) for purpose in Purpose))

    async def sign(self, person: Person, purpose: Purpose, content: bytes, now: datetime, flaw: Flaw | None) -> bytes:
        """A detached CMS over these bytes."""
        own = await self._keys.of(person, purpose, now)
        profile = profile_of(person, purpose, now - _DAY, now + 365 * _DAY)
        return await asyncio.to_thread(_WAYS[flaw], Task(own, profile, content, now, self._vault))
