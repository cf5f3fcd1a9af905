"""Who gets nothing by a round is told that it waits on, by a job for each queue (domain §9.rounds)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from kezek.contracts.queue import RoundGaveNone
from kezek.platform.db import Tx
from kezek.platform.messaging.jobs import Job, Work, add_job
from kezek.queue.adapters import rounds

JOB = "tell_of_round"


async def tell_later(tx: Tx, round_id: UUID, queue: str) -> None:
    """Have the families of a queue told; it stays to be done whatever happens."""
    await add_job(tx, JOB, f"{round_id} {queue}", {"round": str(round_id), "queue": queue})


async def tell_of_unmade(tx: Tx, call_id: UUID, *, now: datetime) -> None:
    """Tell those whom a round gave a place by this call, which began no turn, and who wait on."""
    for row in await rounds.list_waiting_of_call(tx, call_id):
        await _tell(tx, row, row.id, row.number, now)


def works() -> Mapping[str, Work]:
    """The jobs of the worker, by kind."""
    return {JOB: _work}


async def _work(tx: Tx, job: Job) -> None:
    """Those who had wished something when it was held and got nothing, whatever has changed since."""
    round_id = UUID(job.payload["round"])
    held = await rounds.find_round(tx, round_id)
    if held is None:
        raise LookupError(f"round {round_id}")
    for row in await rounds.list_unseated(tx, round_id, job.payload["queue"]):
        await _tell(tx, row, round_id, held.number, held.held_at)


async def _tell(tx: Tx, row: Any, round_id: UUID, number: int, at: datetime) -> None:
    told = RoundGaveNone(
        application_id=row.application_id, applicant_id=row.applicant_id, round_id=round_id, number=number
    )
    await tx.publish(told, version=row.version, occurred_at=at)
