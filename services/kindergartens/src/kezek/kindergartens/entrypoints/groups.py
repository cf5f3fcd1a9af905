"""Routes of a kindergarten's groups: how many children they may have, have, and are going to have (domain §6.1)."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from kezek.contracts.access import Subject, Why
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage
from kezek.kindergartens.adapters import capacities, kindergartens
from kezek.kindergartens.adapters.capacities import Stated
from kezek.kindergartens.domain.capacity import Capacity
from kezek.kindergartens.entrypoints import permissions
from kezek.kindergartens.entrypoints.schemas import View
from kezek.kindergartens.usecases.state_group import GroupStatement, StateGroup
from kezek.platform.actors import Actor, Grant, Role
from kezek.platform.db import ReadTx
from kezek.platform.errors import NotFound
from kezek.platform.http.acts import ActsDep, PreparedAct, prepared
from kezek.platform.http.bodies import Body
from kezek.platform.http.permissions import require
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import Reading, Transaction

HISTORY = 200

router = APIRouter()


class GroupNormBody(Body):
    """A group with its norm, null for none, and how many children were in it before the system."""

    group_year: int = Field(ge=1900, le=2200)
    language: InstructionLanguage
    kind: GroupKind
    norm: int | None = Field(ge=0, le=500)
    earlier: int = Field(ge=0, le=500)


class GroupView(View):
    """A group; `free` is what is left of its norm, below zero where there are too many, null without a norm."""

    group_year: int
    language: InstructionLanguage
    kind: GroupKind
    norm: int | None
    earlier: int
    enrolled: int
    on_the_way: int
    published: int
    free: int | None

    @classmethod
    def of(cls, capacity: Capacity) -> Self:
        """As it is shown, adding up: who was accepted before its place was heard of as taken is published no more."""
        late = min(0, capacity.on_the_way)
        return cls(
            **vars(capacity.group),
            norm=capacity.norm,
            earlier=capacity.earlier,
            enrolled=capacity.enrolled,
            on_the_way=capacity.on_the_way - late,
            published=capacity.published + late,
            free=capacity.free,
        )


class GroupsView(View):
    """Every group of which there is anything, the youngest first."""

    items: list[GroupView]


class StatedView(View):
    """What was signed of a group, by whom as the certificate calls them."""

    group_year: int
    language: InstructionLanguage
    kind: GroupKind
    norm: int | None
    earlier: int
    at: datetime
    by_name: str | None

    @classmethod
    def of(cls, stated: Stated) -> Self:
        """As it is shown."""
        told = {name: getattr(stated, name) for name in ("norm", "earlier", "at", "by_name")}
        return cls(**vars(stated.group), **told)


class StatedsView(View):
    """The newest first."""

    items: list[StatedView]


@router.get("/kindergartens/{kindergarten_id}/groups")
async def get_groups(
    kindergarten_id: UUID, tx: Reading, actor: Annotated[Actor, require(permissions.READ_GROUPS)]
) -> GroupsView:
    """The groups of an own kindergarten with their numbers, whichever is chosen for this session."""
    if not await kindergartens.works_for(tx, actor, kindergarten_id):
        raise NotFound("kindergarten_not_found")
    return GroupsView(items=[GroupView.of(each) for each in await capacities.list_capacities(tx, kindergarten_id)])


@router.get("/kindergartens/{kindergarten_id}/groups/history")
async def get_group_history(
    kindergarten_id: UUID, tx: Transaction, log: Annotated[ReadingLog, reading(permissions.READ_GROUP_HISTORY)]
) -> StatedsView:
    """What was signed of an own kindergarten's groups, and by whom."""
    await _check_works_there(tx, log.actor, kindergarten_id)
    found = await capacities.list_stated(tx, kindergarten_id, HISTORY)
    people = sorted({each.by for each in found})
    await log.note(Grant(Role.WORKER, kindergarten_id), Why.LIST, [Subject(person_id=each) for each in people])
    return StatedsView(items=[StatedView.of(each) for each in found])


@router.post("/kindergartens/{kindergarten_id}/groups/acts", status_code=201)
async def prepare_group(
    kindergarten_id: UUID,
    body: GroupNormBody,
    tx: Transaction,
    acts: ActsDep,
    actor: Annotated[Actor, require(permissions.STATE_GROUPS)],
) -> PreparedAct:
    """What is to be signed to state a group's norm and how many children it had before the system."""
    stated = GroupStatement(kindergarten_id=kindergarten_id, **body.model_dump())
    return prepared(await acts.prepare(tx, StateGroup, actor, stated))


async def _check_works_there(tx: ReadTx, actor: Actor, kindergarten_id: UUID) -> None:
    if not await kindergartens.works_there(tx, actor, kindergarten_id):
        raise NotFound("kindergarten_not_found")
