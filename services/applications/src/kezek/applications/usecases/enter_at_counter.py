"""An officer enters what a family without EDS handed in on paper, and signs it (domain §3.counter)."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kezek.applications.adapters.statements import keep_statement
from kezek.applications.domain.counter_texts import counter_sentences
from kezek.applications.usecases.submission_facts import SubmitFacts, SubmitRequest, Submitted
from kezek.applications.usecases.submit_application import (
    Entry,
    draft_submission,
    load_submission,
    make_submission,
)
from kezek.contracts.file_use import ApplicationsFileKept
from kezek.contracts.files import FilePurpose
from kezek.contracts.ids import new_id
from kezek.contracts.vocabulary import ActorKind, Language
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, Draft, SignedAct
from kezek.platform.db import Tx
from kezek.platform.errors import Conflict
from kezek.platform.given_files import GivenFile
from kezek.platform.officers import district_of


class CounterRequest(SubmitRequest):
    """What stands on the paper, who signed it, in which language they are written to, and the scan of it."""

    applicant_id: UUID
    applicant_iin: str
    language: Language
    statement: tuple[GivenFile, ...]


class CounterFacts(SubmitFacts):
    """What the officer's statement says besides: the digests of the paper's scan."""

    statement: tuple[str, ...]


CounterAct = Act[CounterRequest, CounterFacts]


class EnterAtCounter(SignedAct[CounterRequest, CounterFacts, Submitted]):
    """`applications.enter-at-counter`: it counts by the receipt of the officer's signature."""

    TYPE = "applications.enter-at-counter"

    async def draft(self, tx: Tx, actor: Actor, body: CounterRequest) -> Draft[CounterFacts]:
        """Check what a family's own application would be checked by, and say what the officer signs.

        Raises:
            Conflict: `counter_of_another_district`, `counter_of_own_family`, or why the child may not be applied for.
        """
        applicant = _applicant(actor, body)
        # the statement is the officer's: in the officer's own language
        facts, said = await draft_submission(tx, replace(applicant, language=actor.language), body)
        statement = tuple(each.sha256 for each in body.statement)
        sentences = counter_sentences(said, [each.name for each in body.statement], actor.language)
        return Draft(str(new_id()), CounterFacts(**facts.model_dump(), statement=statement), sentences)

    async def lock(self, tx: Tx, subject: str) -> None:
        """Nothing to lock: no deadline of this service runs against an application that is not made yet."""

    async def perform(self, tx: Tx, act: CounterAct, received_at: datetime) -> Submitted:
        """Submit in the family's name; the scan of the paper is kept for good."""
        body, applicant = act.body, _applicant(act.actor, act.body)
        checked = await load_submission(tx, applicant, body, received_at)
        facts = checked.to_facts(body)
        act.check_facts(CounterFacts(**facts.model_dump(), statement=tuple(each.sha256 for each in body.statement)))
        entry = Entry(applicant, body, act.id, UUID(act.subject), ActorKind.OFFICER)
        made = await make_submission(tx, entry, checked, received_at)
        for file in body.statement:
            await keep_statement(tx, made.application_id, file.model_dump(), received_at)
            purpose, about = FilePurpose.COUNTER_STATEMENT, made.application_id
            kept = ApplicationsFileKept(file_id=file.id, owner_id=file.owner_id, purpose=purpose, about=about)
            await tx.publish(kept, version=1)
        return made


def _applicant(officer: Actor, body: CounterRequest) -> Actor:
    """In whose name the officer enters it: in the own district, and not for the own family."""
    if body.district != district_of(officer):
        raise Conflict("counter_of_another_district", district=body.district)
    if body.applicant_id == officer.person_id:
        raise Conflict("counter_of_own_family")
    return replace(
        officer, person_id=body.applicant_id, iin=body.applicant_iin, language=body.language, grants=(), complete=True
    )
