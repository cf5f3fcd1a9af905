"""Requests and answers of the applications service."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from kezek.applications.domain.intake import Registration
from kezek.contracts.law import Reason, Rule
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import (
    ActorKind,
    ApplicationStatus,
    ClaimKind,
    ClaimReason,
    ClaimState,
    ClockStop,
    DocumentKind,
    GroupKind,
    InstructionLanguage,
    QueueClass,
    ReferralStatus,
)
from kezek.platform.http.bodies import Body


class PersonView(BaseModel):
    """A person as the persons register writes the name."""

    iin: str
    surname: str
    given_name: str
    patronymic: str | None


class ApplicantView(PersonView):
    """The applicant by the persons register; `address` in the language of the pages, null where it has none.

    `district` is the KATO prefix of the address, `registration` whether it is permanent or temporary.
    """

    birth_date: date
    iin_tells_another_day: bool
    district: str
    address: str | None
    registration: Registration | None
    other_address: str | None


class Applicant(BaseModel):
    """What the form shows of who fills it in; null when the persons register does not know them."""

    applicant: ApplicantView | None


class Obstacle(StrEnum):
    """What forbids an application for a child in its own district now: the code that it would be refused with."""

    LIVE_APPLICATION = "live_application_exists"
    NOT_ALIVE = "child_not_alive"
    TOO_OLD = "child_too_old"


class ChildView(PersonView):
    """A child of the signed-in person, registered in `district` and, for a time, in `other_district`.

    `obstacle` is the code of what forbids an application now, if anything.
    """

    birth_date: date
    iin_tells_another_day: bool
    district: str
    other_district: str | None
    obstacle: Obstacle | None
    application_id: UUID | None


class Children(BaseModel):
    """The person's children by the register, oldest first."""

    items: list[ChildView]


class DistrictView(BaseModel):
    """A district by its KATO prefix."""

    code: str
    name: Text


class KindergartenView(BaseModel):
    """A kindergarten, in the three languages."""

    name: Text
    address: Text


class StateView(BaseModel):
    """The state of an application, in words of the person's language (domain §4)."""

    code: ApplicationStatus
    text: str
    since: datetime


class TurnView(BaseModel):
    """A running turn: choose before `deadline_at`; `kindergarten` is null until its name has come.

    `by_round`: exactly this place is to be confirmed, no other can be chosen.
    """

    turn_id: UUID
    kindergarten_id: UUID
    kindergarten: KindergartenView | None = None
    deadline_at: datetime
    last_day: date
    by_round: bool = False


class ReferralView(BaseModel):
    """The last referral; valid before `expires_at` while its status is `valid`, and beyond while its term stands.

    `stopped_by` says why the term does not run, since `stopped_at`; after an overruled refusal it never does.
    """

    referral_id: UUID
    number: str
    kindergarten_id: UUID
    kindergarten: KindergartenView | None = None
    issued_at: datetime
    expires_at: datetime
    last_day: date
    status: ReferralStatus
    stopped_by: ClockStop | None = None
    stopped_at: datetime | None = None
    days_left: int | None = None
    must_be_accepted: bool = False
    extended: bool = False


class TransferView(BaseModel):
    """By which application the child is, or was, enrolled when it asked for another kindergarten, and in which one.

    `lasts`: it is so still, and stays there whatever becomes of the transfer.
    """

    application_id: UUID
    lasts: bool
    kindergarten_id: UUID
    kindergarten: KindergartenView | None


class ApplicationView(BaseModel):
    """A line of the journal."""

    application_id: UUID
    number: str
    child: PersonView
    birth_date: date
    iin_tells_another_day: bool = Field(description="the child's: a warning, the birth date shown counts")
    to_check: bool = Field(description="the register has not answered yet: names may be missing")
    district: DistrictView
    kind: GroupKind
    group_year: int
    queue_class: QueueClass
    languages: list[InstructionLanguage]
    twins: bool
    separate_places: bool
    submitted_at: datetime
    state: StateView
    turn: TurnView | None
    referral: ReferralView | None
    swapped_to: KindergartenView | None = Field(description="where an enrolled child has come by a swap")
    misses: int
    stop_listed_until: datetime | None
    then_inactive: bool = Field(
        description="who lets the term that runs pass is inactive then, or removed if it was `restored` once before"
    )
    inactive_until: datetime | None = Field(description="an inactive application may be restored before it")
    restored: bool
    ages_out_on: date | None = Field(description="the family has been told that the child is too old from this day on")
    moved_to: UUID | None = Field(description="as which application a moved child goes on")
    transfer: TransferView | None = Field(description="what a child leaves that is enrolled and asks for another place")
    transfer_id: UUID | None = Field(description="by which application the enrolled child asks for another place")
    old_time_kept: bool = Field(description="the kindergarten was closed: the child's next application keeps this time")


class InformationView(ApplicationView):
    """The tab Information: the journal's line, who applied and how to reach them."""

    applicant: PersonView
    phone: str
    email: str | None


class HistoryView(BaseModel):
    """One change: when, what, why, by which rule and by whom; texts are in the person's language.

    `clause` is the rule's anchor in the published rules, `about` the code of the step that a message told of.
    """

    at: datetime
    code: str
    text: str
    reason: Reason
    reason_text: str
    rule: Rule
    clause: str
    ground: str
    actor: ActorKind
    about: str | None


class TakeContactsBody(Body):
    """Which applications are to have the account's contacts; without any, all that are live."""

    application_ids: Annotated[list[UUID], Field(min_length=1, max_length=50)] | None = None


class DifferingContactsView(BaseModel):
    """An application's own contacts, and those of the account that it does not have; null where nothing differs."""

    application_id: UUID
    number: str
    child: PersonView
    phone: str
    email: str | None
    account_phone: str | None
    account_email: str | None


class DifferingContacts(BaseModel):
    """The person's live applications whose contacts differ from the account's, newest first."""

    items: list[DifferingContactsView]


class MoveCheckBody(Body):
    """The district to which the child moves, and which of its linked twins' applications go along."""

    district: str = Field(pattern="^[0-9]{4}$")
    twins: Annotated[list[UUID], Field(max_length=4)] = Field(default=[])


class MoveCheckView(BaseModel):
    """The child may be queued there, and `twins` with it: referrals takes `check` with the act before `expires_at`."""

    check: str
    district: str
    twins: list[UUID]
    expires_at: datetime


class DocumentView(BaseModel):
    """A paper the system made; documents serves it under its id."""

    document_id: UUID
    kind: DocumentKind
    title: str
    made_at: datetime
    size: int


class LinkView(BaseModel):
    """Where a file is found for a minute, by this person alone."""

    address: str


class ClaimFileView(BaseModel):
    """A scan that was handed in."""

    file_id: UUID
    name: str
    media_type: str
    size: int
    added_at: datetime


class ClaimView(BaseModel):
    """A claim with its papers, its term, and what was decided; `decided_by_me` for the one who reads it."""

    claim_id: UUID
    kind: ClaimKind
    state: ClaimState
    benefit: str | None
    queue_class: QueueClass | None
    correctional: bool
    submitted_at: datetime
    due_at: datetime | None
    overdue: bool
    valid_until: date | None
    decided_at: datetime | None
    decided_by_me: bool
    reason: ClaimReason | None
    remark: str
    files: list[ClaimFileView]
    takes_papers: bool = Field(description="asked for by an officer, or may be shown anew")


class Journal(BaseModel):
    """The person's applications, newest first; go on with `before=next`."""

    items: list[ApplicationView]
    next: UUID | None


class TwinView(BaseModel):
    """A linked twin that still waits in the same district (domain §5.4)."""

    application_id: UUID
    number: str
    child: PersonView
    state: StateView


class ApplicationTabs(BaseModel):
    """An application with the three tabs of the journal (domain §3), and its linked twins."""

    information: InformationView
    history: list[HistoryView]
    documents: list[DocumentView]
    claims: list[ClaimView]
    twins: list[TwinView]
