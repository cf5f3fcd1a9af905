"""The reading log: no route gives personal data to staff without leaving who, whose, what and why (domain §1).

A route whose permission reads personal data and is held by staff depends on `reading(permission)`; `require` refuses
such a permission when the application is built. The log is written in the transaction of the request, before the
answer goes out: when it cannot be written, or the route forgot it, there is no answer.
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Request

from kezek.contracts.access import READ_EVENTS, DataRead, Subject, Why
from kezek.contracts.ids import new_id
from kezek.platform.actors import Actor, Grant
from kezek.platform.db import Tx
from kezek.platform.errors import Refusal
from kezek.platform.http.permissions import Guard, Permission
from kezek.platform.http.transactions import Transaction

Record = Callable[[Tx, DataRead], Awaitable[None]]


class ReadingLog:
    """What one request reads of others; it also is the request's actor."""

    def __init__(self, tx: Tx, actor: Actor, permission: Permission, record: Record) -> None:
        self.actor = actor
        self._tx = tx
        self._permission = permission
        self._record = record
        self._noted = False

    async def note(self, capacity: Grant, why: Why, subjects: Iterable[Subject], *, act_id: UUID | None = None) -> None:
        """Leave that the person, in this capacity, is given the data of these others; own data leave nothing."""
        self._noted = True
        others = tuple(each for each in subjects if each.person_id != self.actor.person_id)
        if not others:
            return
        reading = DataRead(
            reading_id=new_id(),
            reader_id=self.actor.person_id,
            role=capacity.role.value,
            kindergarten_id=capacity.kindergarten_id,
            district=capacity.district,
            what=self._permission.name,
            why=why,
            act_id=act_id,
            subjects=others,
        )
        await self._record(self._tx, reading)

    @asynccontextmanager
    async def search(self, capacity: Grant, sought: Iterable[Subject]) -> AsyncIterator[None]:
        """A search for these people: refused, it leaves who was looked for, and its refusal commits that."""
        try:
            yield
        except Refusal as refusal:
            await self.note(capacity, Why.SEARCH, sought)
            refusal.leaves_trace = True
            raise

    def nobody(self) -> None:
        """Say that the answer holds nobody else's data, if nothing is noted besides."""
        self._noted = True

    def check(self) -> None:
        """Refuse to answer what was not accounted for.

        Raises:
            RuntimeError: naming the permission; a fault of the route.
        """
        if not self._noted:
            raise RuntimeError(f"{self._permission.name} gave personal data and left nothing in the reading log")


def reading(permission: Permission) -> Any:
    """What a route depends on to enforce a permission that reads personal data; it gives the request's `ReadingLog`."""
    guard = Guard(permission)

    async def open_log(
        request: Request, actor: Annotated[Actor, Depends(guard)], tx: Transaction
    ) -> AsyncIterator[ReadingLog]:
        log = ReadingLog(tx, actor, permission, request.app.state.record_reading)
        yield log
        log.check()

    return Depends(open_log, scope="function")


def publishing(service: str) -> Record:
    """How a service leaves its readings: as events that auth collects."""
    kind = READ_EVENTS.get(service)

    async def publish(tx: Tx, read: DataRead) -> None:
        if kind is None:
            raise RuntimeError(f"{service} has no event for readings")
        await tx.publish(kind(**read.model_dump()), version=1)

    return publish
