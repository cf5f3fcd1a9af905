"""Revocation lists of this machine: fetched and read by one process for all, kept in a folder, mapped by each.

A list of the national authority has 21.6 MB: it is fetched beside the requests, in as many pieces as the network makes
of it, within a time of its own, and read apart from whoever serves. It is asked for again long before it ends.
"""

import asyncio
import fcntl
import hashlib
import os
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from kezek.eds.crl import RevocationList
from kezek.eds.index import make_index, open_index
from kezek.eds.revocation import UnusableError
from kezek.platform.authorities import Authorities
from kezek.platform.partial import NotAnsweredError, Partial
from kezek.platform.settings import Settings
from kezek.platform.telemetry import logger

LOG = logger(__name__)
MAX_CRL_BYTES = 64 * 1024 * 1024
READ_HERE_BYTES = 256 * 1024
"""A list up to this size is read in a thread, some 15 ms; a longer one in a process of its own."""
_LOCK_POLL_S, _KEEP_EVERY_S, _FORGET_AFTER_S = 0.1, 60.0, 30 * 86_400.0
Serves = Callable[[RevocationList], bool]


@dataclass(frozen=True)
class _Place:
    """Where one list of one issuer lies."""

    folder: Path
    url: str
    issuer: x509.Certificate

    @property
    def key(self) -> str:
        issuer = self.issuer.public_bytes(Encoding.DER)
        return hashlib.sha256(self.url.encode() + b"\0" + issuer).hexdigest()[:40]

    def file(self, kind: str) -> Path:
        return self.folder / f"{self.key}.{kind}"

    def stamp(self) -> tuple[int, int] | None:
        """Changes whenever the list was fetched or found unchanged."""
        index = self.file("index")
        return (index.stat().st_ino, index.stat().st_mtime_ns) if index.exists() else None

    def note(self) -> None:
        """Remember it for whoever starts later; a loss of power may have emptied what an earlier process wrote."""
        self._put("issuer", self.issuer.public_bytes(Encoding.DER))
        self._put("url", self.url.encode())

    def _put(self, kind: str, content: bytes) -> None:
        file, draft = self.file(kind), self.file(f"{kind}.draft")
        if not file.exists() or file.read_bytes() != content:
            draft.write_bytes(content)
            draft.replace(file)

    def forgotten(self) -> bool:
        """Whether the list has not been had for so long that nobody misses it; then it is not noted any more."""
        files = list(self.folder.glob(f"{self.key}.*"))
        kept = [file.stat().st_mtime for file in files if file.suffix in (".url", ".index")]
        if time.time() - max(kept, default=0.0) < _FORGET_AFTER_S:
            return False
        for file in files:
            file.unlink(missing_ok=True)
        return True

    @classmethod
    def noted(cls, folder: Path) -> "list[_Place]":
        """What is remembered in a folder; what cannot be read is noted again when it is needed again."""
        found = [cls._noted(folder, url) for url in folder.glob("*.url")]
        return [place for place in found if place is not None and not place.forgotten()]

    @classmethod
    def _noted(cls, folder: Path, url: Path) -> "_Place | None":
        try:
            issuer = x509.load_der_x509_certificate(url.with_suffix(".issuer").read_bytes())
            place = cls(folder, url.read_text(), issuer)
        except (OSError, ValueError):
            return None
        return place if place.file("url") == url else None


class Lists:
    """The lists, as this process sees them."""

    def __init__(self, settings: Settings, authorities: Authorities) -> None:
        """Raises `ValueError` when others could write into the folder: what stands there is believed."""
        self._folder = _private(settings.revocation_folder)
        self._wait_s, self._within_s = settings.revocation_timeout_s, settings.revocation_list_timeout_s
        self._refresh_s = settings.revocation_list_refresh_s
        self._authorities = authorities
        self._places: dict[str, _Place] = {}
        self._held: dict[str, tuple[int, RevocationList]] = {}
        self._under_way: dict[str, asyncio.Task[None]] = {}
        self._keeper: asyncio.Task[None] | None = None

    async def close(self) -> None:
        """Stop fetching; what has come is kept for the next process."""
        tasks = [*self._under_way.values(), *([self._keeper] if self._keeper else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def keep(self) -> None:
        """From now on refresh every list that this machine has ever needed."""
        if self._keeper is None:
            self._places |= {place.key: place for place in _Place.noted(self._folder)}
            self._keeper = asyncio.create_task(self._keep())

    async def get(self, url: str, issuer: x509.Certificate, serves: Serves) -> RevocationList:
        """The list, asked for again when the one at hand does not serve, or beside this request when it grows old.

        Raises:
            NotAnsweredError: there is none yet; it may be on its way.
        """
        place = _Place(self._folder, url, issuer)
        place = self._places.setdefault(place.key, place)
        found = self._open(place)
        if found is None or not serves(found):
            found = await self._wait(place) or found
            if found is not None and not serves(found):
                self._authorities.leave_alone(url)  # else each signature would ask in vain
        elif self._is_due(place, found):
            self._start(place)
        if found is None:
            raise NotAnsweredError("no list yet")
        return found

    async def _wait(self, place: _Place) -> RevocationList | None:
        await asyncio.wait([self._start(place)], timeout=self._wait_s)
        return self._open(place)

    def _open(self, place: _Place) -> RevocationList | None:
        index = place.file("index")
        try:
            version = index.stat().st_ino
            held = self._held.get(place.key)
            if held is None or held[0] != version:
                held = self._held[place.key] = (version, open_index(index))
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            LOG.warning("the index of a revocation list is of no use", url=place.url, cause=str(error))
            return None
        return held[1]

    def _is_due(self, place: _Place, found: RevocationList) -> bool:
        age_s = time.time() - place.file("index").stat().st_mtime
        return age_s > min(self._refresh_s, found.life.total_seconds() / 4)

    async def _keep(self) -> None:
        while True:
            for place in list(self._places.values()):
                found = self._open(place)
                if found is None or self._is_due(place, found):
                    self._start(place)
            await asyncio.sleep(min(_KEEP_EVERY_S, max(self._refresh_s, 1)))

    def _start(self, place: _Place) -> asyncio.Task[None]:
        """The one fetching that is under way; who waits for it may go away without ending it."""
        task = self._under_way.get(place.key)
        if task is None:
            task = self._under_way[place.key] = asyncio.create_task(self._refresh(place))
            task.add_done_callback(lambda done: self._ended(place, done))
        return task

    def _ended(self, place: _Place, done: asyncio.Task[None]) -> None:
        del self._under_way[place.key]
        if not done.cancelled() and (error := done.exception()) is not None:
            LOG.info("an authority's answer could not be had", url=place.url, cause=str(error))

    async def _refresh(self, place: _Place) -> None:
        before = place.stamp()
        async with asyncio.timeout(self._within_s), _alone(place.file("lock")):
            if place.stamp() == before:  # otherwise another process did it meanwhile
                await self._fetch(place)

    async def _fetch(self, place: _Place) -> None:
        place.note()
        index, version = place.file("index"), place.file("version")
        part = Partial(place.file("part"), MAX_CRL_BYTES)
        known = version.read_text() if self._open(place) is not None and version.exists() else ""
        if not await self._authorities.download(place.url, part, known):
            os.utime(index)
            return
        try:
            await _read(place, part)
        except UnusableError:
            self._authorities.leave_alone(place.url)
            raise
        else:
            version.write_text(part.version)  # after the index: who finds an older version asks once too often
        finally:
            part.drop()


async def _read(place: _Place, part: Partial) -> None:
    """Put the index of what came in its place, or raise `UnusableError`."""
    index = place.file("index")
    if part.size <= READ_HERE_BYTES:
        await asyncio.to_thread(make_index, part.path, place.issuer, index)
        return
    command = (sys.executable, "-m", "kezek.eds.index", part.path, place.file("issuer"), index)
    reader = await asyncio.create_subprocess_exec(*command, stderr=asyncio.subprocess.PIPE)
    try:
        _, said = await reader.communicate()
    finally:
        if reader.returncode is None:
            reader.kill()
            await reader.wait()
    if reader.returncode != 0:
        raise UnusableError(said.decode(errors="replace")[-500:] or f"its reader ended by {reader.returncode}")


@asynccontextmanager
async def _alone(lock: Path) -> AsyncIterator[None]:
    """No other process of this machine does it meanwhile; a lock ends with its process."""
    with lock.open("a") as file:
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                await asyncio.sleep(_LOCK_POLL_S)
        yield


def _private(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = folder.stat(follow_symlinks=False)
    if found.st_uid != os.geteuid() or found.st_mode & 0o077:
        raise ValueError(f"KEZEK_REVOCATION_FOLDER must be this user's alone (chmod 700): {folder}")
    return folder
