"""`python -m tests.load.signatures`: verifications with chain and kept revocation, beside pyHanko alone.

Both take turns on each signature, so that whatever else the machine does falls on both. Every signature is by another
person, whose certificate was never seen; the authority was asked about each beforehand.
"""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from asn1crypto import cms as asn1
from asn1crypto import x509 as asn1_x509
from pyhanko.sign.validation.generic_cms import async_validate_detached_cms
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko_certvalidator import ValidationContext

from kezek.eds import Purpose, algorithms
from kezek.platform.clock import SystemClock
from kezek.platform.settings import Environment, Settings
from kezek.platform.signatures import Verifier
from kezek.platform.testing import Authority, an_iin, certificate_authority
from tests.load.figures import quantile, say

RUNS = int(os.environ.get("BENCH_RUNS", "1000"))
CONTENT = b"what is signed"
MAX_TIMES_PYHANKO, MAX_GOST_MS = 1.3, 10.0
USAGE = KeyUsageConstraints(
    {"digital_signature", "non_repudiation"}, extd_key_usage={"email_protection"}, match_all_key_usages=True
)


@dataclass
class Spent:
    """Seconds of the clock on the wall and of the processor, one entry a run."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    async def on(self, work: Callable[[], Awaitable[Any]]) -> None:
        """Do this and note what it took."""
        wall, cpu = time.perf_counter(), time.process_time()
        await work()
        self.wall.append(time.perf_counter() - wall)
        self.cpu.append(time.process_time() - cpu)

    def row(self, name: str) -> str:
        """One line of figures in milliseconds."""
        figures = (quantile(self.wall, 0.5), quantile(self.wall, 0.99), quantile(self.cpu, 0.5), sum(self.cpu))
        return f"{name:<44}" + "".join(f"{1000 * figure:11.2f}" for figure in figures)

    @property
    def median_ms(self) -> float:
        """Of the wall's clock."""
        return 1000 * quantile(self.wall, 0.5)


def settings(authority: Authority) -> Settings:
    """Of a service, as in production but for the authority's address."""
    return Settings(
        environment=Environment.SANDBOX,
        database_url="",
        trust_list=authority.signing.trust_list,
        revocation_addresses=authority.url,
        revocation_cache_s=3600,
        revocation_folder=authority.signing.trust_list.parent / "lists",
    )


def by_pyhanko(authority: Authority, cms: bytes) -> Callable[[], Awaitable[Any]]:
    """The same signature, chain and usages by pyHanko, without revocation."""
    roots = [asn1_x509.Certificate.load(authority.signing.root.der)]

    async def verify() -> None:
        context = ValidationContext(trust_roots=roots, moment=authority.clock.now(), allow_fetching=False)
        status = await async_validate_detached_cms(
            CONTENT, asn1.ContentInfo.load(cms)["content"], context, key_usage_settings=USAGE
        )
        if not status.trusted:
            raise RuntimeError("pyHanko refuses it")

    return verify


async def measure(*, gost: bool) -> tuple[Spent, Spent, Spent]:
    """Ours at first sight, ours again, and pyHanko (RSA only)."""
    first, again, pyhanko = Spent(), Spent(), Spent()
    with tempfile.TemporaryDirectory() as folder:
        async with certificate_authority(Path(folder), SystemClock(), gost=gost) as authority:
            verifier = Verifier.of(settings(authority), authority.clock)
            signatures = [authority.signing.sign_der(an_iin(), CONTENT) for _ in range(RUNS)]
            for cms in signatures:
                await verifier.verify(cms, CONTENT, at=authority.clock.now(), purpose=Purpose.SIGN)
            algorithms._is_signed_by.cache_clear()
            for cms in signatures:
                if not gost:
                    await pyhanko.on(by_pyhanko(authority, cms))
                await first.on(lambda cms=cms: _ours(verifier, authority, cms))  # type: ignore[misc]
                await again.on(lambda cms=cms: _ours(verifier, authority, cms))  # type: ignore[misc]
            await verifier.close()
    return first, again, pyhanko


async def _ours(verifier: Verifier, authority: Authority, cms: bytes) -> None:
    await verifier.verify(cms, CONTENT, at=authority.clock.now(), purpose=Purpose.SIGN)


async def main() -> None:
    """Measure and print."""
    say(f"{f'milliseconds, {RUNS} signatures':<44}{'p50':>11}{'p99':>11}{'CPU p50':>11}{'CPU all':>11}")
    first, again, pyhanko = await measure(gost=False)
    say(pyhanko.row("RSA: pyHanko alone, no revocation"))
    say(first.row("RSA: Kezek, revocation kept, first sight"))
    say(again.row("RSA: Kezek, revocation kept, seen before"))
    ratio, by_median = sum(first.cpu) / sum(pyhanko.cpu), first.median_ms / pyhanko.median_ms
    say(f"  {ratio:.2f} x pyHanko by processor, {by_median:.2f} x by median (limit {MAX_TIMES_PYHANKO})")
    first, again, _ = await measure(gost=True)
    say(first.row("GOST: Kezek, revocation kept, first sight"))
    say(again.row("GOST: Kezek, revocation kept, seen before"))
    say(f"  {1000 * sum(first.cpu) / RUNS:.2f} ms of processor each at first sight (limit {MAX_GOST_MS})")


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
