"""The one entrance to the verification of signatures: envelope, chain, owner and revocation (domain §2)."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Self

from kezek.eds import Examined, Owner, Purpose, Refusal, SignatureRefused, Signer, TrustList, botan, examine_detached
from kezek.platform.clock import Clock
from kezek.platform.errors import Unavailable
from kezek.platform.revocation import Revocation
from kezek.platform.settings import Settings

RETRY_AFTER_S = 1


class SignerRefused(SignatureRefused):
    """The signature is right, but the key does not count; whose it was, for them to be told."""

    def __init__(self, refused: SignatureRefused, iin: str) -> None:
        super().__init__(refused.code, refused.detail)
        self.iin = iin


@dataclass(frozen=True, slots=True)
class Verified:
    """Who signed, and by which answers of the authorities nobody in the chain was revoked."""

    signer: Signer
    revocation: list[dict[str, str]]


class Examiners:
    """A few threads that examine signatures, and a few places to wait for one: strangers take no more than these."""

    def __init__(self, threads: int, waiting: int) -> None:
        self._threads = ThreadPoolExecutor(threads, "signatures")
        self._room = asyncio.Semaphore(threads + waiting)

    async def run(self, examine: Callable[[], Examined], *, patient: bool) -> Examined:
        """What this thread found.

        Raises:
            Unavailable: `signatures_busy`, when no place is free and the caller is not patient.
        """
        if self._room.locked() and not patient:
            raise Unavailable("signatures_busy", retry_after_s=RETRY_AFTER_S)
        async with self._room:
            return await asyncio.get_running_loop().run_in_executor(self._threads, examine)

    def close(self) -> None:
        """Give the threads back; what waits is not begun."""
        self._threads.shutdown(wait=False, cancel_futures=True)


class Verifier:
    """Verifies signatures for one process."""

    def __init__(self, trust: TrustList, revocation: Revocation, examiners: Examiners) -> None:
        self._trust = trust
        self._revocation = revocation
        self._examiners = examiners

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
        examiners = Examiners(settings.signature_threads, settings.signatures_waiting)
        return cls(TrustList.from_pem(settings.trust_list), Revocation(settings, clock), examiners)

    async def verify(
        self,
        cms: bytes,
        content: bytes,
        *,
        at: datetime,
        purpose: Purpose,
        any_owner: bool = False,
        patient: bool = False,
    ) -> Verified:
        """Who signed exactly these bytes, judged at one instant; with an individual's key, unless any owner's counts.

        Raises:
            SignatureRefused: with its code.
            SignerRefused: `certificate_revoked`, `certificate_of_organisation`.
            Unavailable: `revocation_unavailable`, when no authority can say whether somebody is revoked;
                `signatures_busy`, when too many wait and the caller is not patient.
        """
        examine = partial(examine_detached, cms, content, trust=self._trust, at=at, purpose=purpose)
        examined = await self._examiners.run(examine, patient=patient)
        signer = examined.signer
        if signer.owner is not Owner.INDIVIDUAL and not any_owner:
            raise SignerRefused(SignatureRefused(Refusal.OF_ORGANISATION), signer.iin)
        try:
            return Verified(signer, await self._revocation.check(examined.chain, at))
        except SignatureRefused as refused:
            raise SignerRefused(refused, signer.iin) from refused

    async def close(self) -> None:
        """Close the connections to the authorities, and let the threads go."""
        self._examiners.close()
        await self._revocation.close()
