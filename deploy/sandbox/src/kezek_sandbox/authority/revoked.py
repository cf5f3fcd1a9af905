"""Which certificates the authorities have revoked, and how they say so: OCSP answers and lists."""

import asyncio
import hashlib
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.x509 import ocsp

from kezek.eds.ocsp import name_and_key_hash
from kezek.eds.testing import Revoked, Said, make_crl, make_ocsp, refuse_ocsp
from kezek_sandbox.authority.vault import Algorithm, Level, Vault
from kezek_sandbox.store import Store

_OCSP_HOLDS, _LIST_HOLDS, _DELTA_HOLDS = timedelta(hours=1), timedelta(hours=27), timedelta(hours=7.5)
_LIES = timedelta(hours=1)
_SERIAL_BITS = 158


@dataclass(frozen=True, slots=True)
class Listing:
    """How lists are published: with so many made-up entries besides; `hold` leaves what is new to the delta list."""

    entries: int = 0
    hold: bool = False
    cut_after: Sequence[int] = ()
    """After how many bytes each of the next downloads breaks off."""


@dataclass(frozen=True, slots=True)
class Published:
    """A complete list as it lies there, with its version, and whether it still says everything."""

    der: bytes
    version: str
    made: datetime
    said: tuple[int, int]

    @property
    def number(self) -> int:
        """Of the list (RFC 5280 §5.2.3)."""
        return int(self.made.timestamp())


class Revocations:
    """The authorities' memory."""

    def __init__(self, store: Store, vault: Vault) -> None:
        self._store = store
        self._vault = vault
        self._revoked: defaultdict[Algorithm, dict[int, Revoked]] = defaultdict(dict)
        self._published: dict[tuple[Algorithm, Level], Published] = {}
        self._publishing = asyncio.Lock()
        self._listing = Listing()
        self._cuts: Iterator[int] = iter(())

    def publish(self, listing: Listing) -> None:
        """Publish so from now on."""
        self._listing, self._cuts = listing, iter(listing.cut_after)

    def cut(self) -> int | None:
        """After how many bytes this download breaks off, if it does."""
        return next(self._cuts, None)

    async def load(self) -> None:
        """Read what was revoked before a restart."""
        for row in await self._store.read("SELECT algorithm, serial, revoked_at, reason FROM revocation"):
            serial = int(row["serial"], 16)
            revoked = Revoked(serial, datetime.fromisoformat(row["revoked_at"]), row["reason"])
            self._revoked[Algorithm(row["algorithm"])][serial] = revoked

    async def add(self, algorithm: Algorithm, serial: int, at: datetime, reason: str) -> None:
        """Revoke a person's certificate; again changes nothing."""
        if serial in self._revoked[algorithm]:
            return
        await self._store.write(
            "INSERT OR IGNORE INTO revocation (algorithm, serial, revoked_at, reason) VALUES (?, ?, ?, ?)",
            (algorithm, f"{serial:x}", at.isoformat(), reason),
        )
        self._revoked[algorithm][serial] = Revoked(serial, at, reason)

    async def crl(self, algorithm: Algorithm, level: Level, now: datetime) -> Published:
        """The list of whoever answers at this level; it lies there for an hour, or until it lacks something."""
        async with self._publishing:
            published = self._published.get((algorithm, level))
            if published is None or not self._still_lies(published, algorithm, level, now):
                published = await asyncio.to_thread(self._make, algorithm, level, now)
                self._published[algorithm, level] = published
            return published

    def _still_lies(self, published: Published, algorithm: Algorithm, level: Level, now: datetime) -> bool:
        says_all = self._listing.hold or published.said == self._says(algorithm, level)
        return says_all and timedelta(0) <= now - published.made < (_LIST_HOLDS if self._listing.hold else _LIES)

    def _says(self, algorithm: Algorithm, level: Level) -> tuple[int, int]:
        return (len(self._revoked[algorithm]), self._listing.entries) if level is Level.ISSUING else (0, 0)

    def _make(self, algorithm: Algorithm, level: Level, now: datetime) -> Published:
        dice, said = random.Random(algorithm), self._says(algorithm, level)  # noqa: S311 - nobody's numbers
        made_up = (Revoked(dice.getrandbits(_SERIAL_BITS) | 1, now, "superseded") for _ in range(said[1]))
        entries = (*self._listed(algorithm, level), *made_up)
        authority, number = self._vault.authorities[algorithm].at(level), int(now.timestamp())
        der = make_crl(authority, entries, now, now + _LIST_HOLDS, number=number)
        return Published(der, hashlib.sha256(der).hexdigest(), now, said)

    def _listed(self, algorithm: Algorithm, level: Level) -> list[Revoked]:
        return list(self._revoked[algorithm].values()) if level is Level.ISSUING else []

    async def delta(self, algorithm: Algorithm, level: Level, now: datetime) -> bytes:
        """What has changed since the list that lies there."""
        base = (await self.crl(algorithm, level, now)).number
        authority, entries = self._vault.authorities[algorithm].at(level), self._listed(algorithm, level)
        return await asyncio.to_thread(make_crl, authority, entries, now, now + _DELTA_HOLDS, base=base)

    async def answer(self, algorithm: Algorithm, level: Level, request_der: bytes, now: datetime) -> bytes:
        """The answer to an OCSP request as DER."""
        try:
            request = ocsp.load_der_ocsp_request(request_der)
            asked = (request.issuer_name_hash, request.issuer_key_hash)
            nonce = _nonce(request)
        except ValueError:
            return refuse_ocsp("malformed_request")
        authority = self._vault.authorities[algorithm].at(level)
        if asked != name_and_key_hash(authority.certificate):
            return refuse_ocsp("unauthorized")
        revoked = self._revoked[algorithm].get(request.serial_number) if level is Level.ISSUING else None
        said = Said("good", now, now + _OCSP_HOLDS, revoked.at if revoked else None, nonce)
        return await asyncio.to_thread(make_ocsp, request.serial_number, authority, said, now)


def _nonce(request: ocsp.OCSPRequest) -> bytes | None:
    for extension in request.extensions:
        if isinstance(extension.value, x509.OCSPNonce):
            return extension.value.nonce
    return None
