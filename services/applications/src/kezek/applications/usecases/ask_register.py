"""Copies of what the persons register says, fetched outside the transactions that judge by them.

Preparing an application asks the register and keeps its answers. Signing asks again once the signature is stored:
what changed since makes the act outdated. A register that does not answer then must not cost the family its
submission, so the answer of a few minutes ago counts (an act lives a quarter of an hour).
"""

import asyncio
from collections.abc import Collection
from uuid import UUID

from kezek.applications.adapters import store
from kezek.applications.adapters.register import Register
from kezek.applications.domain.intake import RegisteredPerson
from kezek.platform.db import Database
from kezek.platform.errors import Unavailable


async def refresh_copies(
    database: Database, register: Register, applicant_iin: str, child_iins: Collection[str]
) -> None:
    """Ask about the applicant and about those children that are theirs, and keep the answers.

    Raises:
        Unavailable: `register_unavailable`.
    """
    applicant = await register.find(applicant_iin)
    own = [iin for iin in child_iins if applicant and iin in applicant.children]
    answers = {applicant_iin: applicant, **{iin: await register.find(iin) for iin in own}}
    async with database.write() as tx:
        asked_at = database.clock.now()
        # whose child it is, only a known applicant's own entry says: another's copy stays as it is
        for iin, person in sorted(answers.items()):
            if person is not None:
                await store.upsert_register_copy(tx, person, asked_at)
            else:
                await store.delete_register_copy(tx, iin)


async def refresh_after_receipt(
    database: Database, register: Register, person_id: UUID, applicant_iin: str, act_id: UUID, within_s: float
) -> None:
    """Renew the copies a person's act will be judged by, as far as the register answers in time."""
    async with database.read() as tx:
        body = await store.find_act_body(tx, act_id, person_id)
    if body is None or "child_iin" not in body:  # not every act is judged by the register
        return
    iins = [body["child_iin"], *body.get("twins", ())]
    applicant_iin = body.get("applicant_iin", applicant_iin)  # at the counter somebody else signs
    try:
        await asyncio.wait_for(refresh_copies(database, register, applicant_iin, iins), within_s)
    except (Unavailable, TimeoutError):
        return


async def list_own_children(register: Register, applicant_iin: str) -> list[RegisteredPerson]:
    """The person's children as the register knows them now, oldest first.

    Raises:
        Unavailable: `register_unavailable`.
    """
    applicant = await register.find(applicant_iin)
    found = await asyncio.gather(*(register.find(iin) for iin in (applicant.children if applicant else ())))
    return sorted((child for child in found if child), key=lambda child: child.birth_date)
