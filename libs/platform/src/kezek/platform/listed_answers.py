"""What the lists of an authority say of one certificate, complete and delta lists together (RFC 5280 §5.2.4)."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

from kezek.eds.crl import RevocationList, alone, combined
from kezek.eds.revocation import CLOCKS_DIFFER, Answer, Link, UnusableError
from kezek.platform.authorities import Authorities
from kezek.platform.clock import Clock
from kezek.platform.partial import NotAnsweredError
from kezek.platform.revocation_lists import Lists, Serves
from kezek.platform.telemetry import logger

LOG = logger(__name__)


class ListedAnswers:
    """Puts lists together; where delta lists are named, a complete list by itself holds only as long as one of them."""

    def __init__(self, lists: Lists, authorities: Authorities, clock: Clock, delta_life: timedelta) -> None:
        """`delta_life` counts until a delta list was seen, which tells its own."""
        self._lists, self._authorities = lists, authorities
        self._clock, self._delta_life = clock, delta_life

    async def answers(self, link: Link, urls: tuple[str, ...], at: datetime) -> AsyncIterator[Answer]:
        """All that the lists at these addresses say, the best first."""
        for url in filter(self._authorities.allow, urls):
            try:
                complete = await self._lists.get(url, link.issuer, self._holds(at))
                delta_urls = link.delta_urls or complete.delta_urls
                life = self._delta_life if delta_urls else None
                async for delta in self._deltas(link, delta_urls, at):
                    life = delta.life
                    if (answer := await self._combined(link, url, delta)) is not None:
                        yield answer
                yield alone(await self._lists.get(url, link.issuer, self._serves(link, at, life)), life)
            except (NotAnsweredError, UnusableError) as error:
                LOG.info("a revocation list says nothing", url=url, cause=str(error))

    async def _deltas(self, link: Link, urls: tuple[str, ...], at: datetime) -> AsyncIterator[RevocationList]:
        for url in filter(self._authorities.allow, urls):
            try:
                yield await self._lists.get(url, link.issuer, self._serves(link, at))
            except NotAnsweredError as error:
                LOG.info("a delta list cannot be had", url=url, cause=str(error))

    async def _combined(self, link: Link, url: str, delta: RevocationList) -> Answer | None:
        base = delta.base or 0
        complete = await self._lists.get(url, link.issuer, lambda found: found.number is None or found.number >= base)
        try:
            return combined(complete, delta)
        except UnusableError as error:
            LOG.info("a delta list is of no use", url=url, cause=str(error))
            return None

    def _holds(self, at: datetime, life: timedelta = timedelta.max) -> Serves:
        latest = self._clock.now() + CLOCKS_DIFFER  # the machine keeps lists over changes of a sandbox's clock

        def holds(found: RevocationList) -> bool:
            return found.this_update <= latest and min(found.life, life) >= at - found.this_update

        return holds

    def _serves(self, link: Link, at: datetime, life: timedelta | None = None) -> Serves:
        """Whether a list can tell of this certificate at this instant; if not, a newer one is worth asking for."""
        holds, begun = self._holds(at, life or timedelta.max), link.certificate.not_valid_before_utc
        return lambda found: found.this_update >= begun and holds(found)
