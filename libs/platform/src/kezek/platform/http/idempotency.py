"""`Idempotency-Key` on POSTs that create: the same key and body give the stored answer, in the same transaction."""

import hashlib
from collections.abc import Awaitable, Callable
from typing import Annotated, Any, TypeVar

import sqlalchemy as sa
from fastapi import Header
from pydantic import BaseModel

from kezek.platform import tables
from kezek.platform.db import Tx
from kezek.platform.errors import Conflict

IdempotencyKey = Annotated[str | None, Header(alias="Idempotency-Key", min_length=8, max_length=200)]
AnswerT = TypeVar("AnswerT", bound=BaseModel)

_CLAIM = sa.text(
    "insert into idempotency (owner, key, request_sha256) values (:owner, :key, :sha256) on conflict do nothing"
)
_STORED = sa.text("select request_sha256, answer from idempotency where owner = :owner and key = :key")


async def once(
    tx: Tx,
    *,
    owner: str,
    key: str | None,
    request: BaseModel,
    answer: type[AnswerT],
    make: Callable[[], Awaitable[AnswerT]],
) -> AnswerT:
    """The answer of `make`, or the stored one when this owner used the key before with the same request.

    A second request in flight waits for the first one's commit.

    Raises:
        Conflict: `idempotency_key_reused` for another request under the same key.
    """
    if key is None:
        return await make()
    sha256 = hashlib.sha256(f"{type(request).__name__}:{request.model_dump_json()}".encode()).hexdigest()
    where: dict[str, Any] = {"owner": owner, "key": key}
    if await tx.execute(_CLAIM, {**where, "sha256": sha256}) == 0:
        stored = await tx.row(_STORED, where)
        if stored is None or stored.request_sha256 != sha256:
            raise Conflict("idempotency_key_reused")
        # an answer of an older version knows nothing of fields that came later
        return answer.model_validate(dict.fromkeys(answer.model_fields) | stored.answer)
    made = await make()
    table = tables.idempotency
    mine = (table.c.owner == owner) & (table.c.key == key)
    await tx.execute(sa.update(table).where(mine).values(answer=made.model_dump(mode="json")))
    return made
