"""Which certificates the authorities have revoked, and how they say so: OCSP answers and lists."""

import asyncio
from collections import defaultdict
from datetime import datetime, timedelta

from cryptography import x509
from cryptography.x509 import ocsp

from kezek.eds.ocsp import name_and_key_hash
from kezek.eds.testing import Revoked, Said, make_crl, make_ocsp, refuse_ocsp
from kezek_sandbox.authority.vault import Algorithm, Level, Vault
from kezek_sandbox.store import Store

_OCSP_HOLDS, _LIST_HOLDS = timedelta(hours=1), timedelta(days=1)


class Revocations:
    """The authorities' memory."""

    def __init__(self, store: Store, vault: Vault) -> None:
        self._store = store
        self._vault = vault
        self._revoked: defaultdict[Algorithm, dict[int, Revoked]] = defaultdict(dict)

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

    async def crl(self, algorithm: Algorithm, level: Level, now: datetime) -> bytes:
        """The list of whoever answers at this level."""
        listed = list(self._revoked[algorithm].values()) if level is Level.ISSUING else []
        authority = self._vault.authorities[algorithm].at(level)
        return await asyncio.to_thread(make_crl, authority, listed, now, now + _LIST_HOLDS)

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
