"""Requests for accounts in the database."""

from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from kezek.contracts.hints import ADMINISTRATORS, HintKind
from kezek.contracts.vocabulary import Language, Ownership, RefusalReason
from kezek.kindergartens.adapters.tables import account_request, name_in
from kezek.kindergartens.domain.account_request import (
    AccountRequest,
    Bilingual,
    Owner,
    Proposal,
    RequestState,
)
from kezek.kindergartens.domain.likeness import normalise
from kezek.platform.db import ReadTx, StaleStateError, Tx
from kezek.platform.errors import NotFound
from kezek.platform.pages import Page, directed, holding_or_all, load_page, paged, same_or_all

_MAX_LIKE = 500
_OPEN = account_request.c.state == RequestState.OPEN.value
_ONE_BY_ONE = sa.text("select pg_advisory_xact_lock(hashtextextended('account requests', 0))")


class RequestColumn(StrEnum):
    """By what requests can be sorted; forms have names in Kazakh and Russian only."""

    SUBMITTED = "submitted"
    NAME = "name"
    DISTRICT = "district"


@dataclass(frozen=True)
class Waiting:
    """How many wait: of this person with this phone for this kindergarten by its name, of one network, and at all."""

    alike: int
    of_network: int
    at_all: int


async def count_waiting(tx: Tx, proposal: Proposal, network: str) -> Waiting:
    """How many wait already; holds everybody's further requests until the end of the transaction, so it stays true.

    Only what is alike in all counts together: else strangers could learn who has asked, and keep a kindergarten out.
    Of a network counts all that waits, however old: were old ones left out, a patient one would still fill the form.
    """
    # one lock for all bounds: the region's is everybody's, and a form takes milliseconds
    await tx.rows(_ONE_BY_ONE)
    owner, table = proposal.owner, account_request.c
    alike = (
        (table.worker_iin == owner.iin)
        & (table.worker_phone == owner.phone)
        & (table.district == proposal.district)
        & (table.name_key == normalise(proposal.name.ru))
    )
    count = sa.func.count()
    statement = sa.select(
        count.filter(alike).label("alike"),
        count.filter(table.network == network).label("of_network"),
        count.label("at_all"),
    )
    row: Any = (await tx.rows(statement.where(_OPEN)))[0]
    return Waiting(row.alike, row.of_network, row.at_all)


async def insert_request(tx: Tx, new: AccountRequest, code_sha256: bytes, network: str) -> int:
    """Store a new request; of its code only the digest is kept. Its serial, from which the number is made."""
    asked = new.proposal
    statement = sa.insert(account_request).values(
        id=new.id,
        code_sha256=code_sha256,
        district=asked.district,
        name=asdict(asked.name),
        name_key=normalise(asked.name.ru),
        address=asdict(asked.address),
        phone=asked.phone,
        website=asked.website,
        ownership=asked.ownership.value,
        worker_iin=asked.owner.iin,
        worker_phone=asked.owner.phone,
        worker_email=asked.owner.email,
        language=asked.owner.language,
        state=new.state.value,
        submitted_at=new.submitted_at,
        network=network,
    )
    tx.hint(ADMINISTRATORS, HintKind.ACCOUNT_REQUEST, new.id)
    return int(await tx.value(statement.returning(account_request.c.serial)))


async def find_by_code(tx: ReadTx, serial: int, code_sha256: bytes) -> AccountRequest | None:
    """The request with this number, for who knows its code."""
    same = (account_request.c.serial == serial) & (account_request.c.code_sha256 == code_sha256)
    row = await tx.row(sa.select(account_request).where(same))
    return None if row is None else _request(row)


async def load_request(tx: ReadTx, request_id: UUID) -> AccountRequest:
    """A request.

    Raises:
        NotFound: `account_request_not_found`.
    """
    return await _load(tx, sa.select(account_request).where(account_request.c.id == request_id))


async def lock_request(tx: Tx, request_id: UUID) -> AccountRequest:
    """A request, locked until the end of the transaction.

    Raises:
        NotFound: `account_request_not_found`.
    """
    return await _load(tx, sa.select(account_request).where(account_request.c.id == request_id).with_for_update())


async def list_requests(
    tx: ReadTx,
    filters: dict[str, Any],
    sort: tuple[RequestColumn, bool, Language],
    *,
    offset: int,
    limit: int,
) -> Page[AccountRequest]:
    """A page of requests; sorted by a column, descending, in a language."""
    rows, total = await load_page(tx, _listed(*sort), filters, offset=offset, limit=limit)
    return Page([_request(row) for row in rows], total)


@cache
def _listed(column: RequestColumn, descending: bool, language: Language) -> sa.Select[Any]:
    table = account_request.c
    name = name_in(table.name, Language.RU if language is Language.EN else language)
    first = {RequestColumn.NAME: name, RequestColumn.SUBMITTED: table.id}.get(column, table.district)
    wanted = (same_or_all(table.state, "state"), same_or_all(table.district, "district"))
    found = sa.select(account_request).where(
        *wanted, holding_or_all(table.name["kk"].astext + " " + table.name["ru"].astext, "name")
    )
    return paged(found, directed(first, descending=descending), table.id)


async def list_perhaps_same(tx: ReadTx, request: AccountRequest) -> list[AccountRequest]:
    """Other requests of the district that wait, and any that share the person or a contact."""
    table, owner = account_request.c, request.proposal.owner
    shared = (
        (table.worker_iin == owner.iin)
        | (table.phone == request.proposal.phone)
        | (table.worker_phone == owner.phone)
        | (table.worker_email == owner.email)
    )
    near = (table.district == request.proposal.district) & _OPEN
    statement = sa.select(account_request).where(table.id != request.id, near | shared)
    return [_request(row) for row in await tx.rows(statement.order_by(table.id.desc()).limit(_MAX_LIKE))]


async def update_decision(tx: Tx, decided: AccountRequest) -> None:
    """Store what was decided of an open request; where it was asked from is forgotten.

    Raises:
        StaleStateError: when it was decided before.
    """
    values = {
        "state": decided.state.value,
        "decided_at": decided.decided_at,
        "decided_by": decided.decided_by,
        "kindergarten_id": decided.kindergarten_id,
        "reason": decided.reason.value if decided.reason else None,
        "remark": decided.remark,
        "network": None,
    }
    statement = sa.update(account_request).where(account_request.c.id == decided.id, _OPEN).values(values)
    if await tx.execute(statement) == 0:
        raise StaleStateError
    tx.hint(ADMINISTRATORS, HintKind.ACCOUNT_REQUEST, decided.id)


async def delete_refused(tx: Tx, before: datetime) -> list[UUID]:
    """Delete requests refused before an instant, with the contacts in them; which they were."""
    table = account_request.c
    old = (table.state == RequestState.REFUSED.value) & (table.decided_at < before)
    return [row.id for row in await tx.rows(sa.delete(account_request).where(old).returning(table.id))]


async def _load(tx: ReadTx, statement: sa.Select[Any]) -> AccountRequest:
    row = await tx.row(statement)
    if row is None:
        raise NotFound("account_request_not_found")
    return _request(row)


def _request(row: Any) -> AccountRequest:
    owner = Owner(row.worker_iin, row.worker_phone, row.worker_email, row.language)
    proposal = Proposal(
        district=row.district,
        name=Bilingual(**row.name),
        address=Bilingual(**row.address),
        phone=row.phone,
        website=row.website,
        ownership=Ownership(row.ownership),
        owner=owner,
    )
    return AccountRequest(
        id=row.id,
        serial=row.serial,
        proposal=proposal,
        submitted_at=row.submitted_at,
        state=RequestState(row.state),
        decided_at=row.decided_at,
        decided_by=row.decided_by,
        kindergarten_id=row.kindergarten_id,
        reason=RefusalReason(row.reason) if row.reason else None,
        remark=row.remark,
    )
