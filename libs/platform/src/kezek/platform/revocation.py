"""Whether the certificates of a chain were revoked: OCSP first, the list when it does not answer (domain §2, §11).

Each question is asked once at a time. OCSP answers are kept for some minutes, lists until their end and refreshed in
the background before it. What nobody answers is refused as unavailable, unless the policy says otherwise.
"""

import asyncio
import secrets
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime

from kezek.eds import SignatureRefused
from kezek.eds.chain import Chain
from kezek.eds.revocation import Answer, Evidence, Link, UnusableError, judge, links, make_request, read_crl, read_ocsp
from kezek.platform.authorities import Authorities, NotAnsweredError
from kezek.platform.clock import Clock
from kezek.platform.errors import Unavailable
from kezek.platform.settings import RevocationPolicy, Settings
from kezek.platform.telemetry import logger

LOG = logger(__name__)
MOST_OCSP_BYTES, MOST_CRL_BYTES = 64 * 1024, 32 * 1024 * 1024
MOST_KEPT = 20_000
_NONCE_BYTES = 16
_Key = tuple[str, ...]
_Asking = Callable[[], Awaitable[Answer]]


class _Kept:
    """Answers with the moment they came; the one that was not used for longest goes first. Asks once at a time."""

    def __init__(self) -> None:
        self._answers: OrderedDict[_Key, tuple[Answer, float]] = OrderedDict()
        self._asked: dict[_Key, asyncio.Task[Answer]] = {}

    def get(self, key: _Key) -> tuple[Answer, float] | None:
        """An answer and its age in seconds."""
        found = self._answers.get(key)
        if found is None:
            return None
        self._answers.move_to_end(key)
        return found[0], time.monotonic() - found[1]

    def ask(self, key: _Key, asking: _Asking) -> asyncio.Task[Answer]:
        """The one request under way for this key; who waits for it may go away without ending it for the others."""
        task = self._asked.get(key)
        if task is None:
            task = self._asked[key] = asyncio.create_task(self._fetch(key, asking))
            task.add_done_callback(lambda done: self._forget(key, done))
        return task

    def _forget(self, key: _Key, done: asyncio.Task[Answer]) -> None:
        del self._asked[key]
        if not done.cancelled() and (error := done.exception()) is not None:
            LOG.info("an authority's answer could not be had", url=key[0], cause=str(error))

    async def _fetch(self, key: _Key, asking: _Asking) -> Answer:
        answer = await asking()
        self._answers[key] = (answer, time.monotonic())
        while len(self._answers) > MOST_KEPT:
            self._answers.popitem(last=False)
        return answer


class Revocation:
    """What the authorities said, as this process knows it."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._policy = settings.revocation
        self._keep_s, self._refresh_s = settings.revocation_cache_s, settings.revocation_list_refresh_s
        self._authorities = Authorities(settings.revocation_addresses, settings.revocation_timeout_s)
        self._clock = clock
        self._kept = _Kept()

    async def close(self) -> None:
        """Close the connections."""
        await self._authorities.close()

    async def check(self, chain: Chain, at: datetime) -> list[dict[str, str]]:
        """Evidence that nothing in the chain was revoked at this instant.

        Raises:
            SignatureRefused: `certificate_revoked`.
            Unavailable: `revocation_unavailable`, when no authority can say.
        """
        if self._policy is RevocationPolicy.OFF:
            return []
        asked = await asyncio.gather(*(self._check(link, at) for link in links(chain)), return_exceptions=True)
        failed = [each for each in asked if isinstance(each, BaseException)]
        # who is revoked is so, whether or not somebody else of the chain can be asked
        for error in sorted(failed, key=lambda each: not isinstance(each, SignatureRefused)):
            raise error
        return [each for each in asked if not isinstance(each, BaseException)]

    async def _check(self, link: Link, at: datetime) -> dict[str, str]:
        async for answer in self._answers(link, at):
            try:
                evidence: Evidence = judge(link, answer, at=at, now=self._clock.now())
            except UnusableError as unusable:
                LOG.info("an authority's answer is of no use", source=answer.source, cause=str(unusable))
            else:
                return evidence.to_json()
        if self._policy is RevocationPolicy.WHEN_ANSWERED:
            return {"certificate_serial": link.serial, "source": "none"}
        raise Unavailable("revocation_unavailable")

    async def _answers(self, link: Link, at: datetime) -> AsyncIterator[Answer]:
        """All that can be had, the best first."""
        for url in filter(self._authorities.allow, link.ocsp_urls):
            try:
                yield await self._ocsp(link, url, at)
            except (NotAnsweredError, UnusableError):
                continue
        for url in filter(self._authorities.allow, link.crl_urls):
            try:
                yield await self._list(link, url, at)
            except (NotAnsweredError, UnusableError):
                continue

    async def _ocsp(self, link: Link, url: str, at: datetime) -> Answer:
        async def ask() -> Answer:
            nonce = secrets.token_bytes(_NONCE_BYTES)
            der = await self._authorities.post_ocsp(url, make_request(link, nonce), MOST_OCSP_BYTES)
            return read_ocsp(der, link, nonce=nonce, now=self._clock.now())

        key = (url, link.issuer_sha256, link.serial)
        found = self._kept.get(key)
        if found is not None and found[1] < self._keep_s and found[0].next_update >= at:
            return found[0]
        return await asyncio.shield(self._kept.ask(key, ask))

    async def _list(self, link: Link, url: str, at: datetime) -> Answer:
        async def ask() -> Answer:
            der = await self._authorities.get(url, MOST_CRL_BYTES)
            try:
                answer = await asyncio.to_thread(read_crl, der, link.issuer)
            except UnusableError:
                self._authorities.leave_alone(url)  # else each signature would fetch a long list in vain
                raise
            if answer.next_update < at:
                self._authorities.leave_alone(url)
            return answer

        key = (url, link.issuer_sha256)
        found = self._kept.get(key)
        if found is None or found[0].next_update < at:
            return await asyncio.shield(self._kept.ask(key, ask))
        if found[1] > self._refresh_s:
            self._kept.ask(key, ask)
        return found[0]
