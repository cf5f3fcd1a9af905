"""What the routes of admission applications give (domain §8.papers)."""

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import BaseModel

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.iin import birth_date_of
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import (
    AdmissionState,
    ApplicationStatus,
    InstructionLanguage,
    Language,
    PaperForm,
    PapersFlaw,
)
from kezek.referrals.domain.papers import Admission, Applicant, PaperFile, Returned, Submission
from kezek.referrals.usecases.read_admissions import Awaited, OpenedAdmission


class PaperFileView(BaseModel):
    """A scan of a form."""

    file_id: UUID
    form: PaperForm
    name: str
    media_type: str
    size: int

    @classmethod
    def of(cls, file: PaperFile) -> Self:
        """The view of a scan."""
        return cls(file_id=file.id, form=file.form, name=file.name, media_type=file.media_type, size=file.size)


class PapersReturnedView(BaseModel):
    """Why papers were returned, and when."""

    flaw: PapersFlaw
    words: str
    at: datetime

    @classmethod
    def of(cls, why: Returned) -> Self:
        """The view of a return."""
        return cls(flaw=why.flaw, words=why.words, at=why.at)


class SubmissionView(BaseModel):
    """The papers as they were handed in at one moment, and why they were returned, if they were."""

    id: UUID
    at: datetime
    files: list[PaperFileView]
    contract_number: str | None
    returned: PapersReturnedView | None

    @classmethod
    def of(cls, submission: Submission) -> Self:
        """The view of a submission."""
        why, contract = submission.returned, submission.contract
        return cls(
            id=submission.id,
            at=submission.at,
            files=[PaperFileView.of(each) for each in submission.files],
            contract_number=contract.number if contract else None,
            returned=PapersReturnedView.of(why) if why else None,
        )


class IdentityView(BaseModel):
    """An identity card as it was typed."""

    number: str
    issued_by: str
    valid_until: date


class AdmissionApplicantView(BaseModel):
    """The applicant: number and name as the register writes them, the rest as it was typed, or is known.

    `birth_date` is the one that the number begins with, null where it is none.
    """

    iin: str
    name: str
    birth_date: date | None
    identity: IdentityView | None
    address: str | None
    email: str
    phone: str

    @classmethod
    def of(cls, card: ApplicationCard, said: Applicant | None, language: Language) -> Self:
        """The view of an applicant, with what was said in an admission application, if anything was."""
        return cls(
            iin=card.applicant.iin,
            name=card.applicant.name_in(language).full,
            birth_date=birth_date_of(card.applicant.iin),
            identity=IdentityView(**vars(said.identity)) if said else None,
            address=said.address if said else None,
            email=said.email if said else card.email,
            phone=said.phone if said else card.phone,
        )


class ReferredChildView(BaseModel):
    """A child and its referral, as an admission application names them.

    `status` is the application's, null once another referral has followed: what becomes of that is not told here.
    `ends_at` is when the referral's term ends, null while none runs; `last_day` is the last one of it.
    """

    application_id: UUID
    application_number: str
    district: str
    status: ApplicationStatus | None
    referral_id: UUID
    referral_number: str
    issued_at: datetime
    ends_at: datetime | None
    last_day: date | None
    child_iin: str
    child_name: str
    child_birth_date: date
    kindergarten_id: UUID
    kindergarten_name: Text
    kindergarten_address: Text
    kindergarten_phone: str
    group_year: int
    language: InstructionLanguage


class AwaitedView(ReferredChildView):
    """A child with an active referral: whether its papers may be handed in now, and what was before.

    `papers_first`: without papers it is not accepted; `then_inactive`: what follows where the term runs out, else the
    stop list. `kept` are the scans of the last time, which may stay. `files` and `megabytes` are the most.
    """

    may_submit: bool
    papers_first: bool
    then_inactive: bool
    number: str | None
    state: AdmissionState | None
    returned: PapersReturnedView | None
    kept: list[PaperFileView]
    applicant: AdmissionApplicantView
    files: int
    megabytes: int

    @classmethod
    def of(cls, awaited: Awaited, language: Language) -> Self:
        """The view of a child with an active referral."""
        said = awaited.said
        why = said.last.returned if said else None
        return cls(
            **_child(awaited, language),
            may_submit=awaited.may_submit,
            papers_first=awaited.policy.papers_before_acceptance,
            then_inactive=awaited.then_inactive,
            number=said.number if said else None,
            state=said.state if said else None,
            returned=PapersReturnedView.of(why) if why else None,
            kept=[PaperFileView.of(each) for each in said.last.files] if said else [],
            applicant=AdmissionApplicantView.of(awaited.card, said.applicant if said else None, language),
            files=awaited.policy.paper_files,
            megabytes=awaited.policy.paper_megabytes,
        )


class AwaitedListView(BaseModel):
    """One's own children with active referrals, by the end of their terms."""

    items: list[AwaitedView]


class AdmissionView(ReferredChildView):
    """A line of the journal of admission applications; `id` is its number in it, `created_at` to the second.

    `submitted_at` is empty of one that was archived by itself, because nothing was handed in within the term.
    `accepted_at` is empty unless accepted; `ended_at` when it was accepted, refused or archived.
    """

    id: int
    number: str
    state: AdmissionState
    applicant_name: str
    created_at: datetime
    submitted_at: datetime | None
    accepted_at: datetime | None
    ended_at: datetime | None
    may_submit: bool
    returned: PapersReturnedView | None

    @classmethod
    def of(cls, opened: OpenedAdmission, language: Language) -> Self:
        """The line of an admission application."""
        return cls(**_line(opened, language))


class AdmissionsView(BaseModel):
    """Admission applications, and how many there are in all."""

    items: list[AdmissionView]
    total: int


class OpenedAdmissionView(AdmissionView):
    """An admission application in full: the applicant, and all that was handed in, in its order."""

    applicant: AdmissionApplicantView
    submissions: list[SubmissionView]
    may_return: bool
    may_accept: bool

    @classmethod
    def of(cls, opened: OpenedAdmission, language: Language) -> Self:
        """The view of an opened admission application."""
        said = opened.admission
        return cls(
            **_line(opened, language),
            applicant=AdmissionApplicantView.of(opened.card, said.applicant, language),
            submissions=[SubmissionView.of(each) for each in said.submissions],
            may_return=opened.may_return,
            may_accept=opened.may_accept,
        )


def _child(of: Awaited | OpenedAdmission, language: Language) -> dict[str, object]:
    referral, card, current = of.referral, of.card, of.candidate.referral
    return {
        "application_id": card.application_id,
        "application_number": card.number,
        "district": of.candidate.queue.district,
        "status": of.candidate.status if current and current.id == referral.id else None,
        "referral_id": referral.id,
        "referral_number": referral.number,
        "issued_at": referral.issued_at,
        "ends_at": referral.term.ends_at if referral.term_runs else None,
        "last_day": referral.term.last_day if referral.term_runs else None,
        "child_iin": card.child.iin,
        "child_name": card.child.name_in(language).full,
        "child_birth_date": card.child_birth_date,
        "kindergarten_id": referral.kindergarten_id,
        "kindergarten_name": of.kindergarten.name,
        "kindergarten_address": of.kindergarten.address,
        "kindergarten_phone": of.kindergarten.phone,
        "group_year": referral.group_year,
        "language": referral.language,
    }


def _line(opened: OpenedAdmission, language: Language) -> dict[str, object]:
    said: Admission = opened.admission
    last = said.submissions[-1] if said.submissions else None
    why = last.returned if last else None
    return {
        **_child(opened, language),
        "id": said.serial,
        "number": said.number,
        "state": said.state,
        "applicant_name": opened.card.applicant.name_in(language).full,
        "created_at": said.created_at,
        "submitted_at": last.at if last else None,
        "accepted_at": said.ended_at if said.state is AdmissionState.ACCEPTED else None,
        "ended_at": said.ended_at,
        "may_submit": opened.may_submit,
        "returned": PapersReturnedView.of(why) if why else None,
    }
