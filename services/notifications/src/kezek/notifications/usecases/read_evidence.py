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
    """Whose application it is, and all that was told of it, newest first."""

    applicant_id: UUID
    told: tuple[Told, ...]


async def read_evidence(tx: ReadTx, application_id: UUID, district: str) -> Evidence:
    """Everything told of an application of this district.

    Raises:
        NotFound: `application_not_found`, of another district's, too.
    """
    owner = await evidence.find_application(tx, application_id, district)
    if owner is None:
        raise NotFound("application_not_found")
    notices = {row.about: row for row in await evidence.list_notices(tx, application_id)}
    tries = {
        key: tuple(rows)
        for key, rows in groupby(await evidence.list_failed_tries(tx, application_id), attrgetter("message_id"))
    }
    by_notice: dict[str, list[Sent]] = {}
    for row in await evidence.list_messages(tx, application_id):
        by_notice.setdefault(row.about, []).append(Sent(row, tries.get(row.id, ())))
    return Evidence(owner.applicant_id, tuple(_told(sent, notices.get(about)) for about, sent in by_notice.items()))


def _told(sent: list[Sent], notice: Any) -> Told:
    first = sent[0].row
    return Told(
        kind=first.kind,
        occurred_at=first.occurred_at,
        said=notice.said if notice else {},
        read_at=notice.read_at if notice else None,
        sent=tuple(sent),
    )
