"""The outside world in one object: made at start, closed at the end."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from kezek.platform.clients import http_client
from kezek_sandbox.authority.keys import PersonalKeys
from kezek_sandbox.authority.revoked import Revocations
from kezek_sandbox.authority.signing import Signing
from kezek_sandbox.authority.vault import Vault
from kezek_sandbox.clock import MovableClock
from kezek_sandbox.failures import Failures
from kezek_sandbox.mailbox import Mailbox
from kezek_sandbox.ncalayer.hand import Hand
from kezek_sandbox.ncalayer.readers import Readers
from kezek_sandbox.people.directory import Directory
from kezek_sandbox.people.model import Resident
from kezek_sandbox.people.moves import Moves
from kezek_sandbox.problems import ProblemError
from kezek_sandbox.settings import Settings
from kezek_sandbox.smtp import start_sink
from kezek_sandbox.stack import Stack
from kezek_sandbox.store import Store


@dataclass(frozen=True, slots=True)
class Sandbox:
    """Its parts."""

    settings: Settings
    clock: MovableClock
    people: Directory
    moves: Moves
    failures: Failures
    mailbox: Mailbox
    signing: Signing
    revocations: Revocations
    stack: Stack
    vault: Vault
    readers: Readers
    smtp_port: int

    def resident(self, number: str) -> Resident:
        """Somebody by IIN or id, who must exist."""
        resident = self.people.find(number)
        if resident is None:
            raise ProblemError(404, "person_not_found")
        return resident


def initialise(settings: Settings) -> tuple[MovableClock, Vault]:
    """Make what must be there before any service starts: clock, authorities, trust list; harmless when repeated."""
    settings.sandbox_dir.mkdir(parents=True, exist_ok=True)
    clock = MovableClock(settings.sandbox_clock_file)
    vault = Vault(settings.sandbox_dir / "ca", clock.now(), settings.sandbox_url)
    settings.trust_list.parent.mkdir(parents=True, exist_ok=True)
    settings.trust_list.write_bytes(vault.roots_pem)
    return clock, vault


@asynccontextmanager
async def open_sandbox(settings: Settings) -> AsyncIterator[Sandbox]:
    """The outside world, listening for mail."""
    clock, vault = await asyncio.to_thread(initialise, settings)
    store = Store(settings.sandbox_dir / "sandbox.sqlite")
    failures, mailbox = Failures(store), Mailbox(store, clock)
    await failures.load()
    people = Directory()
    moves = Moves(store, people)
    await moves.load()
    revocations = Revocations(store, vault)
    await revocations.load()
    signing = Signing(PersonalKeys(store, vault), vault, revocations)
    hand = Hand(people, signing, vault, clock.now)
    readers = Readers(store, hand, settings.host, settings.ncalayer_port, settings.readers_port)
    await readers.load()
    sink = await start_sink(mailbox, failures, settings.host, settings.smtp_port)
    async with http_client() as client:
        yield Sandbox(
            settings=settings,
            clock=clock,
            people=people,
            moves=moves,
            failures=failures,
            mailbox=mailbox,
            signing=signing,
            revocations=revocations,
            stack=Stack(settings.worker_urls, clock, client),
            vault=vault,
            readers=readers,
            smtp_port=sink.sockets[0].getsockname()[1],
        )
    await readers.close()
    sink.close()
    store.close()


async def current(request: Request) -> Sandbox:
    """The sandbox of this process."""
    sandbox: Sandbox = request.app.state.sandbox
    return sandbox


Here = Annotated[Sandbox, Depends(current)]
