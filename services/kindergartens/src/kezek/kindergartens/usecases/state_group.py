"""A worker states a group's norm, and how many children were in it before the system, and signs (domain §6.1)."""

from datetime import datetime
from uuid import UUID

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage
from kezek.kindergartens.adapters import capacities, kindergartens
from kezek.kindergartens.domain.capacity import check_group
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.domain.roster import Group
from kezek.kindergartens.domain.statements import state_group
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.certificates import signer_name
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, NotFound, rules_hold
from kezek.platform.workdays import local_day


class GroupStatement(ActModel):
    """What a worker says of a group; without a norm nothing is refused."""

    kindergarten_id: UUID
    group_year: int
    language: InstructionLanguage
    kind: GroupKind
    norm: int | None
    earlier: int

    @property
    def group(self) -> Group:
        """Which group it is."""
        return Group(self.group_year, self.language, self.kind)


class GroupFacts(GroupStatement):
    """What was known of the group: another statement since makes this one outdated."""

    group_version: int
    name: Text
    address: Text


class GroupStated(ActModel):
    """The group's next version."""

    kindergarten_id: UUID
    version: int


class StateGroup(SignedAct[GroupStatement, GroupFacts, GroupStated]):
    """The signed act; its subject is the kindergarten."""

    TYPE = "kindergartens.state-group"
    OF_KINDERGARTEN = True

    async def draft(self, tx: Tx, actor: Actor, body: GroupStatement) -> Draft[GroupFacts]:
        """What the worker would sign.

        Raises:
            NotFound: `kindergarten_not_found`, also for somebody who does not work there.
            Conflict: `kindergarten_closed`, `group_year_not_offered`.
        """
        kindergarten = await kindergartens.load_kindergarten(tx, body.kindergarten_id)
        await _check(tx, actor, kindergarten, body.group, tx.now())
        facts = await _facts(tx, kindergarten, body)
        sentences = state_group(
            kindergarten.name, kindergarten.address, body.group, (body.norm, body.earlier), actor.language
        )
        return Draft(str(kindergarten.id), facts, sentences)

    async def lock(self, tx: Tx, subject: str) -> None:
        """Keep the kindergarten as it is until the receipt is stored."""
        await kindergartens.share_kindergarten(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[GroupStatement, GroupFacts], received_at: datetime) -> GroupStated:
        """Store the statement; what is published already stays, more is refused from now on.

        Raises:
            NotFound: `kindergarten_not_found`, also for somebody who does not work there any more.
            Conflict: `act_outdated`, `kindergarten_closed`, `group_year_not_offered`.
        """
        kindergarten = await kindergartens.lock_kindergarten(tx, UUID(act.subject))
        body = act.body
        await _check(tx, act.actor, kindergarten, body.group, received_at)
        act.check_facts(await _facts(tx, kindergarten, body))
        stated = capacities.Stated(
            kindergarten_id=kindergarten.id,
            group=body.group,
            norm=body.norm,
            earlier=body.earlier,
            at=received_at,
            by=act.actor.person_id,
            by_name=signer_name(act.cms),
            act_id=act.id,
        )
        version = act.facts.group_version + 1
        await capacities.put_norm(tx, stated, version)
        return GroupStated(kindergarten_id=kindergarten.id, version=version)


async def _check(tx: ReadTx, actor: Actor, kindergarten: Kindergarten, group: Group, at: datetime) -> None:
    if not await kindergartens.works_there(tx, actor, kindergarten.id):
        raise NotFound("kindergarten_not_found")
    if kindergarten.closed:
        raise Conflict("kindergarten_closed")
    with rules_hold():
        check_group(group, local_day(at))


async def _facts(tx: ReadTx, kindergarten: Kindergarten, body: GroupStatement) -> GroupFacts:
    known = await capacities.load_capacity(tx, kindergarten.id, body.group)
    return GroupFacts(
        **body.model_dump(), group_version=known.version, name=kindergarten.name, address=kindergarten.address
    )
