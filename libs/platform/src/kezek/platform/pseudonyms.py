"""Keyed digests that all services share, for people whom a service knows by IIN only (domain §1), and for networks."""

import hmac
from collections.abc import Iterable

from pydantic import Field, SecretStr

from kezek.contracts.access import Subject
from kezek.platform.actors import Actor
from kezek.platform.settings import Settings, short_secret


class Pseudonyms:
    """Names that stay the same for a person, and from which nobody without the secret finds the IIN by trying."""

    def __init__(self, secret: SecretStr) -> None:
        self._secret = secret.get_secret_value().encode()

    def of(self, iin: str) -> str:
        """The name of the person with this IIN."""
        return self._digest(f"kezek.person {iin}")

    def of_network(self, network: str) -> str:
        """What stands for a network where requests are counted by it; never the name of a person."""
        return self._digest(f"kezek.network {network}")

    def of_key(self, key: str) -> str:
        """What stands for a key that a client chose, where something secret is made from it."""
        return self._digest(f"kezek.key {key}")

    def of_code(self, of: str, code: str) -> str:
        """What is kept of a code of few digits that opens something: nobody without the secret finds it by trying."""
        return self._digest(f"kezek.code {of} {code}")

    def subjects(self, iins: Iterable[str], *, reader: Actor, **ids: object) -> list[Subject]:
        """Whose data were opened, for the reading log: all of these but the reader."""
        return [Subject(known_as=self.of(iin), **ids) for iin in iins if iin != reader.iin]

    def _digest(self, what: str) -> str:
        return hmac.digest(self._secret, what.encode(), "sha256").hex()


class PseudonymSettings(Settings):
    """Of a service that tells of people whom it knows by IIN, and of auth, which knows them again."""

    pseudonym_secret: SecretStr = Field(
        default=SecretStr(""),
        description="keys names of people in facts, and networks; 32 characters or more, the same everywhere, for good",
    )

    @property
    def pseudonyms(self) -> Pseudonyms:
        """By this secret."""
        return Pseudonyms(self.pseudonym_secret)

    def lacking(self) -> list[str]:
        return [*super().lacking(), *short_secret(self, "pseudonym_secret")]
