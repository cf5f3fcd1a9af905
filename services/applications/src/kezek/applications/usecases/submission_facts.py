"""What an application asks for, and what its signed statement says of the world (domain §3): kept as JSON for good."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import AwareDatetime

from kezek.contracts.vocabulary import ClaimKind, InstructionLanguage
from kezek.platform.acts import ActModel
from kezek.platform.given_files import GivenFile


class TypedChild(ActModel):
    """A child that is not the applicant's by the register, as the applicant writes it."""

    iin: str
    surname: str
    given_name: str
    patronymic: str | None = None
    birth_date: date


class Papers(ActModel):
    """Scans that are to show something."""

    files: tuple[GivenFile, ...] = ()


class BenefitPapers(Papers):
    """A benefit of the list with its proof."""

    code: str


class SpecialNeedsPapers(Papers):
    """The commission's conclusion about one of the children, and which queue the family wants."""

    child_iin: str
    queue: Literal["correctional", "general"]


class SubmitRequest(ActModel):
    """What the parent filled in; `silent`: the persons register did not answer when it was prepared."""

    child_iin: str
    district: str
    languages: tuple[InstructionLanguage, ...]
    phone: str
    email: str  # empty for a family that has none
    settlement: str | None = None
    texts_version: str = ""
    twins: tuple[str, ...] = ()
    separate_places: bool = False
    typed: tuple[TypedChild, ...] = ()
    non_resident: Papers | None = None
    representation: Papers | None = None
    benefits: tuple[BenefitPapers, ...] = ()
    special_needs: SpecialNeedsPapers | None = None
    draft: str | None = None
    silent: bool = False

    @property
    def child_iins(self) -> tuple[str, ...]:
        """All children applied for, in the order of their ordinals."""
        return (self.child_iin, *self.twins)


class ApplicantFacts(ActModel):
    """The applicant as the register writes them."""

    iin: str
    full_name: str


class ChildFacts(ActModel):
    """A child as the register knows it, or as it was typed."""

    iin: str
    full_name: str
    birth_date: date
    registered_in: str
    alive: bool
    also_registered_in: str = ""
    of_applicant: bool = True


class ClaimFacts(ActModel):
    """What an officer is to decide on, with the digests of its scans."""

    kind: ClaimKind
    benefit: str | None = None
    queue: str | None = None
    child_iin: str | None = None
    files: tuple[str, ...] = ()


class KeptTime(ActModel):
    """Of a child whose kindergarten was closed: the former application, at whose time it is queued (domain §6.6)."""

    child_iin: str
    number: str
    submitted_at: AwareDatetime


class SubmitFacts(ActModel):
    """What must still hold when the signed application is performed."""

    applicant: ApplicantFacts
    child: ChildFacts
    child_is_the_applicants: bool
    district: str
    twins: tuple[ChildFacts, ...] = ()
    separate_places: bool = False
    texts_version: str = ""
    claims: tuple[ClaimFacts, ...] = ()
    to_check: bool = False
    kept_times: tuple[KeptTime, ...] = ()


class SubmittedTwin(ActModel):
    """Another child's application of the same act."""

    application_id: UUID
    number: str


class Submitted(ActModel):
    """The application that stands in the queue now, or is to be checked or reviewed first."""

    application_id: UUID
    number: str
    twins: tuple[SubmittedTwin, ...] = ()
