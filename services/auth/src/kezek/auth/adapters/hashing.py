"""Password hashes: argon2id in a few threads, so that no crowd takes all memory and time (domain §2.3)."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from typing import Self, TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from kezek.auth.way_settings import PasswordSettings
from kezek.platform.errors import Unavailable

ResultT = TypeVar("ResultT")


class Hashing:
    """Hashes and compares; who has no hash is compared with one that nothing fits, in the same time."""

    def __init__(self, settings: PasswordSettings, threads: ThreadPoolExecutor, at_once: int) -> None:
        self._hasher = PasswordHasher(settings.password_passes, settings.password_memory_kib, parallelism=1)
        self._threads = threads
        self._room = at_once + settings.password_hashing_waiting
        self._nobodys = self._hasher.hash(secrets.token_urlsafe(32))

    @classmethod
    @asynccontextmanager
    async def open(cls, settings: PasswordSettings, at_once: int | None = None) -> AsyncIterator[Self]:
        """With so many threads of its own; as many as the settings say unless given."""
        at_once = at_once or settings.password_hashing_at_once
        with ThreadPoolExecutor(at_once, "hashing") as threads:
            yield cls(settings, threads, at_once)

    async def hash(self, password: str) -> str:
        """The hash of a password, with its salt and parameters.

        Raises:
            Unavailable: `sign_in_unavailable` when too many wait.
        """
        return await self._run(lambda: self._hasher.hash(password))

    async def fits(self, kept: str | None, password: str) -> bool:
        """Whether this is the password of the hash; never without a hash.

        Raises:
            Unavailable: `sign_in_unavailable` when too many wait.
        """
        return await self._run(lambda: self._compare(kept or self._nobodys, password)) and kept is not None

    def is_outdated(self, kept: str) -> bool:
        """Whether it was made with other parameters than those of today."""
        return self._hasher.check_needs_rehash(kept)

    def _compare(self, kept: str, password: str) -> bool:
        try:
            return self._hasher.verify(kept, password)
        except (VerificationError, InvalidHashError):
            return False

    async def _run(self, work: Callable[[], ResultT]) -> ResultT:
        if self._room <= 0:
            raise Unavailable("sign_in_unavailable")
        self._room -= 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)
        finally:
            self._room += 1
