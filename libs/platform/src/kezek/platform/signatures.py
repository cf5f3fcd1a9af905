"""The one entrance to the verification of signatures: envelope, chain and revocation (domain §2)."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from kezek.eds import Purpose, SignatureRefused, Signer, TrustList, botan, examine_detached
from kezek.platform.clock import Clock
from kezek.platform.revocation import Revocation
from kezek.platform.settings import Settings


class SignerRefused(SignatureRefused):
    """The signature is right, but the key no longer counts; whose it was, for them to be told."""

    def __init__(self, refused: SignatureRefused, iin: str) -> None:
        super().__init__(refused.code, refused.detail)
        self.iin = iin


@dataclass(frozen=True, slots=True)
class Verified:
    """Who signed, and by which answers of the authorities nobody in the chain was revoked."""

    signer: Signer
    revocation: list[dict[str, str]]


class Verifier:
    """Verifies signatures for one process."""

    def __init__(self, trust: TrustList, revocation: Revocation) -> None:
        self._trust = trust
        self._revocation = revocation

    @classmethod
    def of(cls, settings: Settings, clock: Clock) -> Self:
        """By these settings; a process that could not verify does not start.

        Raises:
            ValueError: without a trust list.
            BotanMissingError: without the library for GOST.
        """
        if settings.trust_list is None:
            raise ValueError("KEZEK_TRUST_LIST must name the file of trusted roots")
        botan.library()
        return cls(TrustList.from_pem(settings.trust_list), Revocation(settings, clock))

    async def verify(self, cms: bytes, content: bytes, *, at: datetime, purpose: Purpose) -> Verified:
        """Who signed exactly these bytes, judged at one instant.

        Raises:
            SignatureRefused: with its code.
            SignerRefused: `certificate_revoked`.
            Unavailable: `revocation_unavailable`, when no authority can say whether somebody is revoked.
        """
        examined = await asyncio.to_thread(examine_detached, cms, content, trust=self._trust, at=at, purpose=purpose)
        try:
            return Verified(examined.signer, await self._revocation.check(examined.chain, at))
        except SignatureRefused as refused:
            raise SignerRefused(refused, examined.signer.iin) from refused

    async def close(self) -> None:
        """Close the connections to the authorities."""
        await self._revocation.close()
