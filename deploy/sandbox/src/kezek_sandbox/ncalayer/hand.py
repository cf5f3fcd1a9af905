"""The hand at the reader: takes a key that fits and signs with it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from kezek.eds.testing import Seal
from kezek_sandbox.authority.holders import holder_of
from kezek_sandbox.authority.keys import Holder, OwnerKind
from kezek_sandbox.authority.signing import Signing
from kezek_sandbox.authority.vault import Algorithm, Vault
from kezek_sandbox.ncalayer.messages import Wish
from kezek_sandbox.ncalayer.model import Key, Kind
from kezek_sandbox.people.directory import Directory
from kezek_sandbox.problems import ProblemError


@dataclass(frozen=True, slots=True)
class Hand:
    """Signs with anybody's keys."""

    people: Directory
    signing: Signing
    vault: Vault
    now: Callable[[], datetime]

    async def sign(self, key: Key, wish: Wish) -> bytes | None:
        """The CMS; nothing where no key in the reader has the purposes that the page asks for."""
        holder = self._fitting(key, wish)
        if holder is None:
            return None
        how = Seal(
            encapsulated=wish.content if wish.encapsulate and not wish.digested else None,
            digested=wish.digested,
            stamped_by=self.vault.authorities[Algorithm.RSA].intermediate if wish.stamped else None,
        )
        return await self.signing.sign(holder, wish.content, self.now(), key.flaw, how)

    def check(self, key: Key) -> None:
        """Refuse a key that nobody has.

        Raises:
            ProblemError: `person_not_found`, `person_without_organisation`.
        """
        self._holders(key)

    def another(self, key: Key) -> Key:
        """A key of the same kind of another person of the same role."""
        resident = self.people.find(key.person)
        if resident is None:
            raise ProblemError(404, "person_not_found")
        others = (each for each in self.people.select(role=resident.role) if each.person.iin != resident.person.iin)
        other = next(others, resident)
        owner = key.owner if other.kindergarten is not None else OwnerKind.INDIVIDUAL
        return key.model_copy(update={"person": other.person.iin, "owner": owner})

    def _fitting(self, key: Key, wish: Wish) -> Holder | None:
        fits = (each for each in self._holders(key) if set(wish.purposes) <= self._purposes(each))
        return next(fits, None)

    def _holders(self, key: Key) -> list[Holder]:
        kind = Kind.SIGN if key.algorithm is Algorithm.GOST else key.kind
        return [holder_of(self.people, key.person, each, key.algorithm, key.owner) for each in kind.purposes]

    def _purposes(self, holder: Holder) -> set[str]:
        now = self.now()
        return {each.dotted_string for each in holder.profile(now, now).extended}
