"""Whether a server answers; if not, which one, where, and why (ADR 14). PostgreSQL here, Kafka beside its clients."""

import asyncio
import ssl
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum

from kezek.platform.db import Database
from kezek.platform.telemetry import logger

LOG = logger(__name__)
TRY_EVERY_S = 0.5
SAY_EVERY_S = 10.0
GIVE_UP_AFTER_S = 60.0
"""A server that has just begun may not know its users yet, and a certificate may be being replaced."""
_POSTGRESQL_PORT = 5432


class Cause(StrEnum):
    """Why a server does not serve us, in words for whoever reads the log."""

    UNREACHABLE = "not reachable"
    UNTRUSTED = "its certificate is not trusted"
    REFUSED = "user or password refused"
    MISSING = "the database or the right to enter it is missing"
    UNWELL = "it answers with an error"


_LASTING = frozenset({Cause.UNTRUSTED, Cause.REFUSED})
_BY_SQLSTATE = {"28": Cause.REFUSED, "3D": Cause.MISSING, "42": Cause.MISSING}


@dataclass(frozen=True)
class Fault:
    """One server that does not serve us; `detail` is a code or a name, never what a setting holds."""

    server: str
    address: str
    user: str
    cause: Cause
    detail: str

    def __str__(self) -> str:
        return f"{self.server} at {self.address}: {self.cause}"

    @property
    def lasts(self) -> bool:
        """Whether waiting does not mend it."""
        return self.cause in _LASTING


Probe = Callable[[], Awaitable[Fault | None]]


class NotServedError(RuntimeError):
    """A server turns us away, and waiting has not mended it."""


class Watch:
    """One server and how long it has been away for the same cause."""

    def __init__(self, probe: Probe) -> None:
        self._probe = probe
        self._fault: Fault | None = None
        self._since = self._said_at = 0.0

    async def answers(self) -> bool:
        """Whether it answers now; why not is said when the cause changes, and now and then while it stays."""
        fault, now = await self._probe(), time.monotonic()
        if fault is None or self._fault is None or fault.cause is not self._fault.cause:
            self._since, self._said_at = now, float("-inf")
        self._fault = fault
        if fault is not None and now - self._said_at >= SAY_EVERY_S:
            LOG.warning("a server does not answer", **_said(fault))
            self._said_at = now
        return fault is None

    def give_up_in_time(self) -> None:
        """Do nothing while waiting may help.

        Raises:
            NotServedError: the server has turned us away for long enough; a supervisor begins anew.
        """
        if self._fault is not None and self._fault.lasts and time.monotonic() - self._since >= GIVE_UP_AFTER_S:
            LOG.critical("waiting does not mend this: exiting", **_said(self._fault))
            raise NotServedError(str(self._fault))


def _said(fault: Fault) -> dict[str, str]:
    return {
        "server": fault.server,
        "address": fault.address,
        "user": fault.user,
        "cause": fault.cause.value,
        "detail": fault.detail,
    }


async def until_all_answer(*probes: Probe) -> None:
    """Wait until all answer at once.

    Raises:
        NotServedError: one of them turns us away, and still does so after a minute.
    """
    watches = [Watch(probe) for probe in probes]
    while not all([await watch.answers() for watch in watches]):
        for watch in watches:
            watch.give_up_in_time()
        await asyncio.sleep(TRY_EVERY_S)


async def database_fault(database: Database) -> Fault | None:
    """Why the database does not answer now; None when it does."""
    error, url = await database.silence(), database.engine.url
    if error is None:
        return None
    address = f"{url.host}:{url.port or _POSTGRESQL_PORT}"
    return Fault("PostgreSQL", address, url.username or "", *cause_of(error))


def cause_of(error: Exception) -> tuple[Cause, str]:
    """The cause, and what tells one of its kind from another without quoting a setting."""
    match error:
        case ssl.SSLCertVerificationError():
            return Cause.UNTRUSTED, error.verify_message
        case OSError():
            return Cause.UNREACHABLE, type(error).__name__
    sqlstate = str(getattr(getattr(error, "orig", None), "sqlstate", None) or "")
    return _BY_SQLSTATE.get(sqlstate[:2], Cause.UNWELL), sqlstate or type(error).__name__
