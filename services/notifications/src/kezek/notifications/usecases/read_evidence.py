"""What was told of an application, put together: each notice with what was sent of it (domain §6.2)."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from typing import Any
from uuid import UUID

from kezek.notifications.adapters import evidence
from kezek.platform.db import ReadTx
from kezek.platform.errors import NotFound


@dataclass(frozen=True)
class Sent:
    """A message's row, and its tries that had to be made again."""

    row: Any
    failed_tries: tuple[Any, ...]


@dataclass(frozen=True)
class Told:
    """One notice: its words in the cabinet by language, none where it does not stand there, and its messages."""

    kind: str
    occurred_at: datetime
    said: Any
    read_at: datetime | None
    sent: tuple[Sent, ...]


@dataclass(frozen=True)
class Evidence:
    """Whose application it is, and what was told of it, newest first; go on before `next`, none after the last."""

    applicant_id: UUID
    told: tuple[Told, ...]
    next: UUID | None


async def read_evidence(
    tx: ReadTx, application_id: UUID, district: str, *, before: UUID | None = None, limit: int | None = None
) -> Evidence:
    """What was told of an application of this district: so many notices, or everything.

    Raises:
        NotFound: `application_not_found`, of another district's, too.
    """
    owner = await evidence.find_application(tx, application_id, district)
    if owner is None:
        raise NotFound("application_not_found")
    found = await evidence.list_told(tx, application_id, before, None if limit is None else limit + 1)
    shown = found[:limit]
    of = (application_id, [row.about for row in shown])
    notices = {row.about: row for row in await evidence.list_notices(tx, *of)}
    failed = await evidence.list_failed_tries(tx, *of)
    tries = {key: tuple(rows) for key, rows in groupby(failed, attrgetter("message_id"))}
    sent: dict[str, list[Sent]] = {row.about: [] for row in shown}
    for row in await evidence.list_messages(tx, *of):
        sent[row.about].append(Sent(row, tries.get(row.id, ())))
    told = tuple(_told(messages, notices.get(about)) for about, messages in sent.items())
    return Evidence(owner.applicant_id, told, shown[-1].newest if len(found) > len(shown) else None)


def _told(sent: list[Sent], notice: Any) -> Told:
    first = sent[0].row
    return Told(
        kind=first.kind,
        occurred_at=first.occurred_at,
        said=notice.said if notice else {},
        read_at=notice.read_at if notice else None,
        sent=tuple(sent),
    )
