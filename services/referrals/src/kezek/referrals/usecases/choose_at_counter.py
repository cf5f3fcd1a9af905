"""An officer chooses a place from a paper that the family has signed, and signs (domain §6.counter, ADR 52)."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from kezek.contracts.file_use import ReferralsFileKept
from kezek.contracts.files import FilePurpose
from kezek.contracts.vocabulary import ActorKind
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, NotFound
from kezek.platform.given_files import GivenFile
from kezek.platform.officers import district_of
from kezek.referrals.adapters import candidates, counter_papers
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.counter_texts import counter_sentences
from kezek.referrals.usecases import statements
from kezek.referrals.usecases.choose_place import (
    Choice,
    ChoiceFacts,
    Chosen,
    draft_choice,
    lock_choice,
    perform_choice,
)
from kezek.referrals.usecases.received import AT_COUNTER


class CounterChoice(Choice):
    """What stands on the paper, and the scans of it."""

    paper: tuple[GivenFile, ...]


class CounterFacts(ActModel):
    """What a family's own choice would say of the world, and the digests of the paper's scans."""

    choice: ChoiceFacts
    paper: tuple[str, ...]


CounterAct = Act[CounterChoice, CounterFacts]


class ChooseAtCounter(SignedAct[CounterChoice, CounterFacts, Chosen]):
    """The signed act `referrals.choose-at-counter`, judged as the family's own: by the receipt of the signature.

    A scan serves for one act; what is refused leaves it free.
    """

    TYPE = AT_COUNTER

    async def draft(self, tx: Tx, actor: Actor, body: CounterChoice) -> Draft[CounterFacts]:
        """What would be signed.

        Raises:
            NotFound: for another district's application, or a place that never was.
            Invalid: `file_given_twice`.
            Conflict: `counter_of_own_family`, `paper_used_already`, or what would refuse the family's own choice.
        """
        children = [await load_at_counter(tx, actor, each) for each in body.choices]
        await counter_papers.check_unused(tx, body.paper, children[0].child.applicant_id)
        choice = await draft_choice(tx, children, body)
        return Draft(str(body.application_id), _facts(choice, body), _sentences(actor, choice, body))

    async def lock(self, tx: Tx, subject: str) -> None:
        """Share the locks of candidate and places, as the family's own act does."""
        await lock_choice(tx, subject)

    async def perform(self, tx: Tx, act: CounterAct, received_at: datetime) -> Chosen:
        """Take the places and issue the referrals in the family's name; the scans are kept.

        Raises:
            ReceivedEarlier: to finish an earlier receipt first.
            NotFound: when the officer's district is another by now.
            Conflict: as the family's own; `paper_used_already`.
        """
        children = [await load_at_counter(tx, act.actor, each) for each in act.body.choices]
        as_family: Act[Any, Any] = act
        as_family = replace(as_family, facts=act.facts.choice)
        chosen = await perform_choice(tx, as_family, received_at, ActorKind.OFFICER)
        await counter_papers.keep_papers(tx, act.body.paper, act.id, children[0].child, received_at)
        for file in act.body.paper:
            await tx.publish(_kept(file.id, file.owner_id, act.body.application_id), version=1)
        return chosen


async def load_at_counter(tx: ReadTx, actor: Actor, application_id: UUID) -> Candidate:
    """A candidate of the officer's district, and not of the officer's own family.

    Raises:
        NotFound: `application_not_found`, also for another district's.
        Conflict: `counter_of_own_family`.
    """
    candidate = await load_of_district(tx, actor, application_id)
    if candidate.child.applicant_id == actor.person_id:
        raise Conflict("counter_of_own_family")
    return candidate


async def load_of_district(tx: ReadTx, actor: Actor, application_id: UUID) -> Candidate:
    """A candidate of the officer's district.

    Raises:
        NotFound: `application_not_found`, also for another district's.
    """
    candidate = await candidates.find_candidate(tx, application_id)
    if candidate is None or candidate.queue.district != district_of(actor):
        raise NotFound("application_not_found")
    return candidate


async def forget_counter_papers(tx: Tx, application_id: UUID) -> None:
    """Let the scans go of a family that is forgotten; one of twins, when the last of them is."""
    for row in await counter_papers.forget_papers(tx, application_id):
        await tx.publish(_kept(row.file_id, row.owner_id, row.application_id, kept=False), version=2)


def _kept(file_id: UUID, owner_id: UUID, about: UUID, *, kept: bool = True) -> ReferralsFileKept:
    """What documents is told (ADR 32)."""
    return ReferralsFileKept(
        file_id=file_id, owner_id=owner_id, purpose=FilePurpose.COUNTER_CHOICE, about=about, kept=kept
    )


def _facts(choice: ChoiceFacts, body: CounterChoice) -> CounterFacts:
    return CounterFacts(choice=choice, paper=tuple(file.sha256 for file in body.paper))


def _sentences(actor: Actor, choice: ChoiceFacts, body: CounterChoice) -> tuple[str, ...]:
    said = [
        (each.application_number, each.child, statements.chosen_place(actor.language, each))
        for each in (choice, *choice.twins)
    ]
    return counter_sentences(actor.language, [file.name for file in body.paper], said)
