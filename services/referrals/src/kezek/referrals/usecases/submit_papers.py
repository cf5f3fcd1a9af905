"""The family hands in its admission papers for a referral and signs, once more after a return (domain §8.papers)."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from kezek.contracts.file_use import ReferralsFileKept
from kezek.contracts.files import FilePurpose
from kezek.contracts.ids import new_id
from kezek.contracts.vocabulary import ActorKind, AdmissionState, PaperForm
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.contract_receipts import ContractReceipt
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Invalid, Unavailable, rules_hold
from kezek.platform.given_files import GivenFile
from kezek.platform.workdays import local_day
from kezek.referrals.adapters import admissions, candidates, copies
from kezek.referrals.domain import admission as referral_rules
from kezek.referrals.domain.admission import Case
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.papers import (
    Admission,
    Applicant,
    IdentityCard,
    PaperFile,
    SignedContract,
    Submission,
    check_papers,
    submitted_again,
)
from kezek.referrals.usecases import paper_statements, statements
from kezek.referrals.usecases.basis import case_of
from kezek.referrals.usecases.choose_place import load_own_candidate
from kezek.referrals.usecases.move_deadlines import with_term_of_now
from kezek.referrals.usecases.number_admission import number_admission
from kezek.referrals.usecases.on_referral import lock_for, referral_of, stated_referral
from kezek.referrals.usecases.paper_statements import StatedPapers
from kezek.referrals.usecases.saving import save
from kezek.referrals.usecases.sign_contract import forget_signatures, tell_of_signature, with_contract


class GivenPaper(GivenFile):
    """A scan by its receipt, and of which form it is."""

    form: PaperForm


class Papers(ActModel):
    """For which referral, what the applicant typed, the scans, and the contract that is signed with them.

    None, in an act that was prepared before each referral had a contract.
    """

    application_id: UUID
    referral_id: UUID
    identity_number: str
    identity_issued_by: str
    identity_valid_until: date
    address: str
    email: str
    phone: str
    files: tuple[GivenPaper, ...]
    contract: ContractReceipt | None = None

    @property
    def applicant(self) -> Applicant:
        """What the applicant said of itself."""
        identity = IdentityCard(self.identity_number, self.identity_issued_by, self.identity_valid_until)
        return Applicant(identity, self.address, self.email, self.phone)

    @property
    def paper_files(self) -> tuple[PaperFile, ...]:
        """The scans as the domain knows them."""
        return tuple(PaperFile(**dict(each)) for each in self.files)


class PapersSubmitted(ActModel):
    """The admission application's number; while the kindergarten looks at the papers no term runs."""

    application_id: UUID
    referral_id: UUID
    number: str
    state: AdmissionState = AdmissionState.SUBMITTED


PapersAct = Act[Papers, StatedPapers]


class SubmitPapers(SignedAct[Papers, StatedPapers, PapersSubmitted]):
    """The signed act `referrals.submit-papers`; its subject is the application, whose clock judges it."""

    TYPE = "referrals.submit-papers"

    async def draft(self, tx: Tx, actor: Actor, body: Papers) -> Draft[StatedPapers]:
        """What would be signed.

        Raises:
            NotFound: `application_not_found`, also for somebody else's; `referral_not_found`.
            Invalid: `contract_required`.
            Conflict: `referral_not_valid`, `papers_not_taken`, `identity_card_expired`, `paper_form_missing`,
                `too_many_files`, `files_too_large`, `file_used_already`.
        """
        candidate = await load_own_candidate(tx, actor, body.application_id)
        case = await case_of(tx, candidate, body.referral_id, tx.now())
        with rules_hold():
            referral_rules.check_may_submit_papers(candidate, case)
            check_papers(body.applicant, body.paper_files, case.basis.policy, local_day(tx.now()))
        if body.contract is None:
            raise Invalid("contract_required")
        await admissions.check_unused(tx, [each.id for each in body.files], body.referral_id)
        facts = await _facts(tx, candidate, body)
        said = paper_statements.submission(actor.language, facts, _said(body), body.paper_files, body.contract)
        return Draft(str(body.application_id), facts, said, with_contract(facts.contract_sha256))

    async def lock(self, tx: Tx, subject: str) -> None:
        """Share the candidate's lock, so that no deadline fires between the receipt's clock and its commit."""
        await candidates.share_candidate(tx, UUID(subject))

    async def perform(self, tx: Tx, act: PapersAct, received_at: datetime) -> PapersSubmitted:
        """Put the papers before the kindergarten; the referral's clock stops.

        Raises:
            ReceivedEarlier: to finish an earlier act on this application first.
            Conflict: as `draft`; `act_outdated`, `file_used_already`.
        """
        body = act.body
        candidate = await with_term_of_now(tx, await lock_for(tx, act, received_at))
        await load_own_candidate(tx, act.actor, candidate.application_id)
        case = await case_of(tx, candidate, body.referral_id, received_at)
        with rules_hold():
            check_papers(body.applicant, body.paper_files, case.basis.policy, local_day(received_at))
            decision = referral_rules.submit_papers(candidate, case)
        act.check_facts(await _facts(tx, candidate, body))
        handed_in = await _keep(tx, candidate, act, case)
        await save(tx, candidate, decision, ActorKind.APPLICANT, act)
        await tell_of_signature(tx, act, body.referral_id, act.facts.contract_sha256, received_at)
        return PapersSubmitted(
            application_id=candidate.application_id, referral_id=body.referral_id, number=handed_in.number
        )


async def forget_admissions(tx: Tx, application_id: UUID) -> None:
    """Take out what a family that is forgotten handed in and signed, and let its files go."""
    await forget_signatures(tx, application_id)
    for row in await admissions.forget_papers(tx, application_id):
        await tx.publish(_kept(row.file_id, row.owner_id, row.referral_id, kept=False), version=2)


async def _keep(tx: Tx, candidate: Candidate, act: PapersAct, case: Case) -> Admission:
    """The admission application with these papers, stored; documents is told which files are kept from now on."""
    body, contract = act.body, act.body.contract
    signed = SignedContract(contract.number, contract.sha256, contract.version) if contract else None
    new = Submission(new_id(), case.at, act.id, body.paper_files, signed)
    known = await admissions.find_admission(tx, body.referral_id)
    if known is None:
        after = await _new(tx, candidate, body, new, case)
        await admissions.insert_admission(tx, after)
    else:
        after = submitted_again(known, body.applicant, new)
        await admissions.save_submission(tx, after)
    for file in _fresh(known, new.files):
        await tx.publish(_kept(file.id, file.owner_id, body.referral_id), version=1)
    return after


async def _new(tx: Tx, candidate: Candidate, body: Papers, first: Submission, case: Case) -> Admission:
    referral = referral_of(candidate, body.referral_id)
    number = await number_admission(tx, case.basis.policy, candidate.queue.district, case.at)
    return Admission(
        referral_id=referral.id,
        application_id=candidate.application_id,
        applicant_id=candidate.child.applicant_id,
        kindergarten_id=referral.kindergarten_id,
        number=number,
        created_at=case.at,
        state=AdmissionState.SUBMITTED,
        applicant=body.applicant,
        submissions=(first,),
    )


def _fresh(known: Admission | None, files: Sequence[PaperFile]) -> list[PaperFile]:
    """Those that no earlier submission has."""
    return [each for each in files if known is None or each.id not in known.files]


def _kept(file_id: UUID, owner_id: UUID, about: UUID, *, kept: bool = True) -> ReferralsFileKept:
    """What documents is told (ADR 32)."""
    return ReferralsFileKept(
        file_id=file_id, owner_id=owner_id, purpose=FilePurpose.ADMISSION_PAPER, about=about, kept=kept
    )


async def _facts(tx: ReadTx, candidate: Candidate, body: Papers) -> StatedPapers:
    stated = await stated_referral(tx, candidate, referral_of(candidate, body.referral_id))
    card = await copies.cards.find(tx, candidate.application_id)
    if card is None:
        raise Unavailable("application_not_complete_yet")
    return StatedPapers(
        **dict(stated),
        applicant=statements.child_names(card.applicant),
        applicant_iin=card.applicant.iin,
        files=tuple(each.sha256 for each in body.files),
        contract_number=body.contract.number if body.contract else None,
        contract_sha256=body.contract.sha256 if body.contract else None,
    )


def _said(body: Papers) -> dict[str, str]:
    return {
        "card": body.identity_number,
        "issuer": body.identity_issued_by,
        "until": f"{body.identity_valid_until:%d.%m.%Y}",
        "address": body.address,
        "phone": f"+{body.phone}",
        "email": body.email,
    }
