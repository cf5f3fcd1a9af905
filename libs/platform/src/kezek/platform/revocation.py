"""Whether the certificates of a chain were revoked: OCSP first, the list when it does not answer (domain §2, §11).

Each question is asked once at a time. OCSP answers are kept for some minutes; lists are the machine's
(`revocation_lists`). What nobody answers is refused as unavailable, unless the policy says otherwise.
"""

import asyncio
import secrets
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta

from kezek.eds import SignatureRefused
from kezek.eds.chain import Chain
from kezek.eds.ocsp import make_request, read_ocsp
from kezek.eds.revocation import Answer, Evidence, Link, UnusableError, judge, links
from kezek.platform.authorities import Authorities
from kezek.platform.clock import Clock
from kezek.platform.errors import Unavailable
from kezek.platform.listed_answers import ListedAnswers
from kezek.platform.partial import NotAnsweredError
from kezek.platform.revocation_lists import Lists
from kezek.platform.settings import RevocationPolicy, Settings
from kezek.platform.telemetry import logger

LOG = logger(__name__)
MAX_OCSP_BYTES = 64 * 1024
MAX_KEPT = 20_000
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
        while len(self._answers) > MAX_KEPT:
            self._answers.popitem(last=False)
        return answer


class Revocation:
    """What the authorities said, as this process knows it."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._policy = settings.revocation
        self._keep_s = settings.revocation_cache_s
        self._authorities = Authorities(settings.revocation_addresses, settings.revocation_timeout_s)
        self._lists = Lists(settings, self._authorities)
        delta_life = timedelta(seconds=settings.revocation_delta_life_s)
        self._listed = ListedAnswers(self._lists, self._authorities, clock, delta_life)
        self._clock = clock
        self._kept = _Kept()

    async def close(self) -> None:
        """Close the connections."""
        await self._lists.close()
        await self._authorities.close()

    async def check(self, chain: Chain, at: datetime) -> list[dict[str, str]]:
        """Evidence that nothing in the chain was revoked at this instant.

        Raises:
            SignatureRefused: `certificate_revoked`.
            Unavailable: `revocation_unavailable`, when no authority can say.
        """
        if self._policy is RevocationPolicy.OFF:
            return []
        self._lists.keep()
        asked = await asyncio.gather(*(self._check(link, at) for link in links(chain)), return_exceptions=True)
        failed = [each for each in asked if isinstance(each, BaseException)]
        # who is revoked is so, whether or not somebody else of the chain can be asked
        for error in sorted(failed, key=lambda each: not isinstance(each, SignatureRefused)):
            raise error
        return [each for each in asked if not isinstance(each, BaseException)]

    async def _check(self, link: Link, at: datetime) -> dict[str, str]:
        async for answer in self._answers(link, at):
            try:
                evidence = self._judge(link, answer, at)
            except UnusableError as unusable:
                LOG.info("an authority's answer is of no use", source=answer.source, cause=str(unusable))
            else:
                return evidence.to_json()
        if self._policy is RevocationPolicy.WHEN_ANSWERED:
            return {"certificate_serial": link.serial, "source": "none"}
        raise Unavailable("revocation_unavailable")

    def _judge(self, link: Link, answer: Answer, at: datetime) -> Evidence:
        return judge(link, answer, at=at, now=self._clock.now())

    async def _answers(self, link: Link, at: datetime) -> AsyncIterator[Answer]:
        """All that can be had, the best first."""
        for url in filter(self._authorities.allow, link.ocsp_urls):
            try:
                answer = await self._ocsp(link, url, at)
            except (NotAnsweredError, UnusableError):
                continue
            if answer.responder is None or await self._is_listed_good(answer.responder, link.crl_urls):
                yield answer
        async for answer in self._listed.answers(link, link.crl_urls, at):
            yield answer

    async def _is_listed_good(self, responder: Link, urls: tuple[str, ...]) -> bool:
        """Whether the issuer's list speaks for who answers in its name; OCSP would be asking who is asked about."""
        now = self._clock.now()
        async for answer in self._listed.answers(responder, responder.crl_urls or urls, now):
            try:
                self._judge(responder, answer, now)
            except (UnusableError, SignatureRefused) as refused:
                LOG.warning("a responder is not believed", serial=responder.serial, cause=str(refused))
            else:
                return True
        return False

    async def _ocsp(self, link: Link, url: str, at: datetime) -> Answer:
        async def ask() -> Answer:
            nonce = secrets.token_bytes(_NONCE_BYTES)
            der = await self._authorities.post_ocsp(url, make_request(link, nonce), MAX_OCSP_BYTES)
            return read_ocsp(der, link, nonce=nonce, now=self._clock.now())

        key = (url, link.issuer_sha256, link.serial)
        found = self._kept.get(key)
        if found is not None and found[1] < self._keep_s and found[0].next_update >= at:
            return found[0]
        return await asyncio.shield(self._kept.ask(key, ask))
