"""What an officer is shown before a paper is entered: the register's data, and who may stand here twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kezek.applications.adapters import desk, store
from kezek.applications.domain.intake import RegisteredPerson
from kezek.platform.db import ReadTx

_NOBODY = UUID(int=0)


@dataclass(frozen=True)
class Looked:
    """The applicant and, if it is theirs by the register, the child; applications that may be for the same child."""

    applicant: RegisteredPerson | None
    child: RegisteredPerson | None
    live: bool
    same_names: Sequence[Any]


async def look_at_counter(tx: ReadTx, applicant_iin: str, child_iin: str) -> Looked:
    """What is known of both now."""
    applicant = await store.find_register_copy(tx, applicant_iin)
    own = applicant is not None and child_iin in applicant.children
    child = await store.find_register_copy(tx, child_iin) if own else None
    live = bool(await store.list_live_applications(tx, [child_iin], _NOBODY))
    if child is None:
        return Looked(applicant, None, live, [])
    child_id = await store.find_child_id(tx, child_iin)
    like = desk.Alike(child_id or _NOBODY, _NOBODY, child.birth_date, child)
    return Looked(applicant, child, live, await desk.list_same_names(tx, like))
