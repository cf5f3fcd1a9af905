"""Children, serials, and copies of what others know, in PostgreSQL."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from pydantic import TypeAdapter
from sqlalchemy.dialects.postgresql import insert

from kezek.applications.adapters import tables
from kezek.applications.domain.application import Application, Contacts
from kezek.applications.domain.intake import RegisteredPerson
from kezek.applications.domain.old_time import Former
from kezek.contracts.auth import Account
from kezek.contracts.hints import HintKind, person
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import District
from kezek.contracts.law import Reason
from kezek.contracts.texts import Text
from kezek.contracts.values import Person
from kezek.contracts.vocabulary import ApplicationStatus
from kezek.platform import tables as platform_tables
from kezek.platform.copies import keep_newer
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict
from kezek.platform.tables import any_of

_PERSON = TypeAdapter(RegisteredPerson)
_NAMED = TypeAdapter(Person)


async def upsert_register_copy(tx: Tx, person: RegisteredPerson, asked_at: datetime) -> None:
    """Keep what the register answered last about a person."""
    values = {
        "state": _PERSON.dump_python(person, mode="json", exclude={"address", "other_address"}),
        "asked_at": asked_at,
    }
    statement = insert(tables.register_copy).values(iin=person.iin, **values)
    await tx.execute(statement.on_conflict_do_update(index_elements=["iin"], set_=values))


async def delete_register_copy(tx: Tx, iin: str) -> None:
    """Forget somebody the register knows no more."""
    await tx.execute(sa.delete(tables.register_copy).where(tables.register_copy.c.iin == iin))


async def find_register_copy(tx: ReadTx, iin: str) -> RegisteredPerson | None:
    """What the register answered last."""
    state = await tx.value(sa.select(tables.register_copy.c.state).where(tables.register_copy.c.iin == iin))
    return None if state is None else _PERSON.validate_python(state, strict=False)


async def keep_district(tx: Tx, district: District, version: int) -> None:
    """Keep a district's newest name."""
    await keep_newer(tx, tables.district, version, {"code": district.code, "name": asdict(district.name)})


async def find_district(tx: ReadTx, code: str) -> Text | None:
    """A district's name, if it is one of the region."""
    name = await tx.value(sa.select(tables.district.c.name).where(tables.district.c.code == code))
    return None if name is None else Text(**name)


async def keep_account(tx: Tx, account: Account, version: int) -> None:
    """Keep a person's newest confirmed contacts; open pages compare those of applications with them."""
    row = {"person_id": account.person_id, "phone": account.phone, "email": account.email}
    if await keep_newer(tx, tables.account, version, row):
        tx.hint(person(account.person_id), HintKind.ACCOUNT, account.person_id)


async def forget_account(tx: Tx, person_id: UUID) -> None:
    """Let go what is known of an account that is erased."""
    await tx.execute(sa.delete(tables.account).where(tables.account.c.person_id == person_id))


async def find_account_contacts(tx: ReadTx, person_id: UUID) -> Contacts:
    """The contacts that a person has confirmed, as far as is known by now."""
    table = tables.account
    row = await tx.row(sa.select(table.c.phone, table.c.email).where(table.c.person_id == person_id))
    return Contacts(row.phone, row.email) if row else Contacts(None, None)


async def load_child_of_card(tx: ReadTx, application_id: UUID) -> Person:
    """The child of an application as the register wrote it."""
    statement = sa.select(tables.card.c.state["child"]).where(tables.card.c.application_id == application_id)
    return _NAMED.validate_python(await tx.value(statement))


async def find_child_id(tx: ReadTx, iin: str) -> UUID | None:
    """The child of an IIN, if it has been applied for before."""
    found: UUID | None = await tx.value(sa.select(tables.child.c.id).where(tables.child.c.iin == iin))
    return found


async def list_former(tx: ReadTx, child_id: UUID) -> list[Former]:
    """A child's application that ended last of those that have been in a queue, then those it was transferred from."""
    rows = await tx.rows(_FORMER, {"child_id": child_id})
    return [Former(row.number, row.applicant_id, row.district, row.submitted_at, row.keeps) for row in rows]


async def lock_child(tx: Tx, iin: str) -> UUID:
    """The child of an IIN, made if need be and locked: two applications for it come one after the other."""
    await tx.execute(insert(tables.child).values(id=new_id(), iin=iin).on_conflict_do_nothing())
    statement = sa.select(tables.child.c.id).where(tables.child.c.iin == iin).with_for_update()
    child_id: UUID = await tx.value(statement)
    return child_id


async def list_live_applications(tx: ReadTx, child_iins: Sequence[str], applicant_id: UUID) -> dict[str, UUID]:
    """Of each of these children the live application that stands in its way: a queued one, or the person's own.

    What has not been queued holds the child for nobody else: whose child it is has not been shown yet (domain §3).
    """
    rows = await tx.rows(_LIVE, {"iins": list(child_iins), "applicant_id": applicant_id})
    return {row.iin: row.id for row in rows}


async def check_child_is_free(tx: Tx, application: Application) -> None:
    """Lock the child that is to be queued, and see that it does not stand in a queue already (domain §3.conditions).

    Raises:
        Conflict: `live_application_exists`.
    """
    await lock_child_of(tx, application)
    if await tx.value(_HELD, {"child_id": application.made.child_id}) is not None:
        raise Conflict("live_application_exists")


async def has_transfer(tx: ReadTx, child_id: UUID, enrolment_id: UUID) -> bool:
    """Whether a locked child that is enrolled by this application asks for another kindergarten already."""
    return await tx.value(_TRANSFER, {"child_id": child_id, "enrolment": enrolment_id}) is not None


async def lock_child_of(tx: Tx, application: Application) -> None:
    """Lock an application's child: two applications for it come one after the other."""
    await tx.execute(_LOCK_CHILD, {"id": application.made.child_id})


async def are_to_check(tx: ReadTx, child_ids: Collection[UUID]) -> bool:
    """Whether an application for one of these locked children was taken before and is still to be checked."""
    return await tx.value(_TO_CHECK, {"ids": list(child_ids)}) is not None


async def is_behind(tx: ReadTx, application: Application) -> bool:
    """Whether another's application for the child, signed earlier, is still to be checked by the register."""
    made = application.made
    seen = {"child_id": made.child_id, "at": made.submitted_at, "number": made.number}
    return await tx.value(_BEFORE, seen) is not None


_A = tables.application
_SAID = (
    *(_A.c.number, _A.c.applicant_id, _A.c.district, _A.c.submitted_at, _A.c.transfer_of),
    (_A.c.candidate["old_time_kept"] == sa.literal_column("'true'::jsonb")).is_(sa.true()).label("keeps"),
)
_LAST = (
    sa.select(*_SAID, sa.literal_column("0").label("back"))
    .where(_A.c.child_id == sa.bindparam("child_id"), tables.HAS_ENDED)
    # a transfer that came to nothing has left the child where it was
    .where(_A.c.transfer_of.is_(None) | (_A.c.status == ApplicationStatus.DEPARTED.value))
    .order_by(_A.c.status_at.desc(), _A.c.id.desc())
    .limit(1)
    .cte("former", recursive=True)
)
_FORMER_ONES = _LAST.union_all(
    sa.select(*_SAID, _LAST.c.back + 1)
    .join(_LAST, _LAST.c.transfer_of == _A.c.id)
    .where(_A.c.candidate["reason"].astext == Reason.TRANSFERRED.value)
)
_FORMER = sa.select(_FORMER_ONES).order_by(_FORMER_ONES.c.back)
_BEFORE = sa.select(_A.c.id).where(
    _A.c.child_id == sa.bindparam("child_id"),
    _A.c.live,
    _A.c.to_check,
    sa.tuple_(_A.c.submitted_at, _A.c.number) < sa.tuple_(sa.bindparam("at"), sa.bindparam("number")),
)
_TO_CHECK = sa.select(_A.c.id).where(any_of(_A.c.child_id, "ids"), _A.c.live, _A.c.to_check).limit(1)
_LIVE = (
    sa.select(tables.child.c.iin, tables.application.c.id)
    .join(tables.application, tables.application.c.child_id == tables.child.c.id)
    .where(any_of(tables.child.c.iin, "iins"), tables.application.c.live)
    .where(sa.or_(tables.HOLDS_THE_CHILD, tables.application.c.applicant_id == sa.bindparam("applicant_id")))
)
_TRANSFER = (
    sa.select(_A.c.id)
    .where(_A.c.child_id == sa.bindparam("child_id"), _A.c.live, _A.c.transfer_of.is_not(None))
    .where(sa.or_(_A.c.status != ApplicationStatus.ENROLLED.value, _A.c.transfer_of == sa.bindparam("enrolment")))
    .limit(1)
)
_LOCK_CHILD = sa.select(tables.child.c.id).where(tables.child.c.id == sa.bindparam("id")).with_for_update()
_HELD = sa.select(tables.application.c.id).where(
    tables.application.c.child_id == sa.bindparam("child_id"), tables.HOLDS_THE_CHILD
)


async def next_serial(tx: Tx, district: str, year: int) -> int:
    """The next serial of the year in the district; the row stays locked to the commit, so none is skipped."""
    table = tables.serial
    statement = insert(table).values(district=district, year=year, last=1)
    statement = statement.on_conflict_do_update(index_elements=["district", "year"], set_={"last": table.c.last + 1})
    serial: int = await tx.value(statement.returning(table.c.last))
    return serial


async def lock_twins(tx: Tx, twins: UUID) -> None:
    """Until this transaction ends nobody else numbers an application of this group."""
    await tx.execute(_LOCK_TWINS, {"twins": str(twins)})


async def find_number_of_twins(tx: ReadTx, twins: UUID) -> str | None:
    """The number of one of a group's applications, if it has any yet."""
    number: str | None = await tx.value(_NUMBER_OF_TWINS, {"twins": twins})
    return number


_LOCK_TWINS = sa.text("select pg_advisory_xact_lock(hashtextextended('twins ' || :twins, 0))")
_NUMBER_OF_TWINS = sa.select(_A.c.number).where(_A.c.twins == sa.bindparam("twins")).limit(1)


async def find_act_body(tx: ReadTx, act_id: UUID, person_id: UUID) -> dict[str, Any] | None:
    """What a person's own act was prepared with."""
    table = platform_tables.act
    statement = sa.select(table.c.body).where(table.c.id == act_id, table.c.actor["sub"].astext == str(person_id))
    body: dict[str, Any] | None = await tx.value(statement)
    return body
