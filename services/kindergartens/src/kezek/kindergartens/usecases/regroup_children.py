"""A worker signs that children of one group go over to another one: all of them or none (domain §7.roster)."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from kezek.contracts.ids import new_id
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage, Language
from kezek.kindergartens.adapters import capacities, kindergartens, roster
from kezek.kindergartens.domain.capacity import check_group, check_room
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.domain.regrouping import check_month, check_regrouping, regroup
from kezek.kindergartens.domain.roster import EnrolledChild, Group
from kezek.kindergartens.domain.roster_texts import group_words, regrouping_sentences
from kezek.kindergartens.usecases.publishing import tell_of_regrouping
from kezek.kindergartens.usecases.swapping import end_stay
from kezek.platform import policies
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, NotFound, rules_hold
from kezek.platform.workdays import local_day


class StatedGroup(ActModel):
    """A group as an act keeps it."""

    group_year: int
    language: InstructionLanguage
    kind: GroupKind

    @property
    def group(self) -> Group:
        """As the rules judge it."""
        return Group(self.group_year, self.language, self.kind)

    @property
    def words(self) -> dict[str, Text | str | int]:
        """What tells it from the others, in words."""
        return group_words(self.group_year, self.language, self.kind)

    @classmethod
    def of(cls, group: Group) -> "StatedGroup":
        """As stated of a group."""
        return cls(group_year=group.group_year, language=group.language, kind=group.kind)


class RegroupingProposal(ActModel):
    """Which children go over, by their enrolments, and where to."""

    kindergarten_id: UUID
    enrolment_ids: tuple[UUID, ...]
    to: StatedGroup


class StatedChild(ActModel):
    """A child as the statement names it."""

    enrolment_id: UUID
    version: int
    name: Text
    iin: str


class RegroupingFacts(RegroupingProposal):
    """What must still hold when they go over."""

    kindergarten_name: Text
    address: Text
    origin: StatedGroup
    children: tuple[StatedChild, ...]


class Regrouped(ActModel):
    """The children stand in the other group."""

    children: int


class RegroupChildren(SignedAct[RegroupingProposal, RegroupingFacts, Regrouped]):
    """The signed act; its subject is the kindergarten."""

    TYPE = "kindergartens.regroup"
    OF_KINDERGARTEN = True

    async def draft(self, tx: Tx, actor: Actor, body: RegroupingProposal) -> Draft[RegroupingFacts]:
        """What the worker would sign.

        Raises:
            NotFound: `kindergarten_not_found`, also for somebody who does not work there; `enrolment_not_found`.
            Conflict: `kindergarten_closed`, `groups_not_moved_now`, or as `check_regrouping`, `check_group`,
                `check_room`.
        """
        kindergarten = await kindergartens.load_kindergarten(tx, body.kindergarten_id)
        found = await self._check(tx, actor, kindergarten, body, tx.now())
        facts = _facts(kindergarten, found, body)
        return Draft(str(kindergarten.id), facts, _sentences(facts, actor.language))

    async def lock(self, tx: Tx, subject: str) -> None:
        """Keep the kindergarten as it is until the receipt is stored."""
        await kindergartens.share_kindergarten(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[RegroupingProposal, RegroupingFacts], received_at: datetime) -> Regrouped:
        """Move them all, judged by the time of receipt.

        Raises:
            NotFound: `kindergarten_not_found`, also for somebody who does not work there any more.
            Conflict: `act_outdated`, or as in `draft`.
        """
        kindergarten = await kindergartens.lock_kindergarten(tx, UUID(act.subject))
        for enrolment_id in sorted(act.body.enrolment_ids):
            await roster.lock_enrolment(tx, enrolment_id)
        found = await self._check(tx, act.actor, kindergarten, act.body, received_at)
        act.check_facts(_facts(kindergarten, found, act.body))
        for each in found:
            ended, begun = regroup(each.enrolment, act.body.to.group, new_id(), received_at)
            await end_stay(tx, ended, act.id)
            await roster.insert_begun(tx, begun)
            await tell_of_regrouping(tx, begun)
        return Regrouped(children=len(found))

    async def _check(
        self, tx: ReadTx, actor: Actor, kindergarten: Kindergarten, body: RegroupingProposal, at: datetime
    ) -> list[EnrolledChild]:
        """The children, if they may go over at this instant, in the order in which they were named."""
        if not await kindergartens.works_there(tx, actor, kindergarten.id):
            raise NotFound("kindergarten_not_found")
        if kindergarten.closed:
            raise Conflict("kindergarten_closed")
        found = [await roster.load_child(tx, kindergarten.id, each) for each in body.enrolment_ids]
        policy = await policies.load(tx, kindergarten.district, local_day(at))
        with rules_hold():
            check_month(policy, at)
            check_regrouping([each.enrolment for each in found], body.to.group)
            check_group(body.to.group, local_day(at))
            check_room(await capacities.load_capacity(tx, kindergarten.id, body.to.group), len(found))
        return found


def _facts(kindergarten: Kindergarten, found: Sequence[EnrolledChild], proposal: RegroupingProposal) -> RegroupingFacts:
    return RegroupingFacts(
        **proposal.model_dump(),
        kindergarten_name=kindergarten.name,
        address=kindergarten.address,
        origin=StatedGroup.of(found[0].enrolment.group),
        children=tuple(
            StatedChild(
                enrolment_id=each.enrolment.id,
                version=each.enrolment.version,
                name=each.names,
                iin=each.child.iin,
            )
            for each in found
        ),
    )


def _sentences(facts: RegroupingFacts, language: Language) -> tuple[str, ...]:
    groups = (facts.origin.words, facts.to.words)
    children = [(each.name, each.iin) for each in facts.children]
    return regrouping_sentences(facts.kindergarten_name, facts.address, groups, children, language)
