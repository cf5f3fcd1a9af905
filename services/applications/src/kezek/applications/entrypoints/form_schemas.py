"""What the form of an application shows, asks for and keeps meanwhile."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, Field

from kezek.contracts.contacts import Email, Phone
from kezek.contracts.iin import Iin
from kezek.contracts.lines import Line
from kezek.contracts.vocabulary import InstructionLanguage, QueueClass
from kezek.platform.http.bodies import Body
from kezek.platform.http.handed_in import Receipts

MOST_TWINS = 4
MOST_BENEFITS = 3


def _once_each(languages: list[InstructionLanguage]) -> list[InstructionLanguage]:
    return list(dict.fromkeys(languages))


Languages = Annotated[list[InstructionLanguage], Field(min_length=1, max_length=9), AfterValidator(_once_each)]
BenefitCode = Annotated[str, Field(pattern="^[a-z][a-z_]{1,39}$")]
DraftName = Annotated[str, Field(pattern="^[a-z][a-z0-9-]{0,39}$")]


class PapersBody(Body):
    """Scans by the receipts that documents gave for them."""

    files: Receipts = Field(default=[])


class BenefitBody(PapersBody):
    """A benefit of the list with its proof; without one only where the policy asks for it at the call."""

    code: BenefitCode


class SpecialNeedsBody(PapersBody):
    """The commission's conclusion about one of the children, and which queue the family wants."""

    child_iin: Iin | None = Field(default=None, description="of twins; the first child when it is not said")
    queue: Literal["correctional", "general"]


class TypedChildBody(Body):
    """A child that is not the applicant's by the register, as the applicant writes it."""

    iin: Iin
    surname: Line
    given_name: Line
    patronymic: Line | None = None
    birth_date: date


class FormBody(Body):
    """What every form of an application asks; everything else comes from the persons register (domain §3)."""

    child_iin: Iin
    district: str = Field(pattern="^[0-9]{4}$")
    languages: Languages
    phone: Phone
    data_kept_current: Literal[True] = Field(description="the undertaking to keep the data current")
    algorithm_read: Literal[True] = Field(description="the confirmation of having read the Algorithm")
    texts_version: str = Field(default="", max_length=40, description="which version of both was shown")
    settlement: Line | None = Field(default=None, description="town or village in the district")
    twins: Annotated[list[Iin], Field(max_length=MOST_TWINS)] = Field(default=[], description="the other children")
    separate_places: bool = Field(default=False, description="twins may have places apart")
    typed: Annotated[list[TypedChildBody], Field(max_length=MOST_TWINS + 1)] = Field(default=[])
    non_resident: PapersBody | None = Field(default=None, description="an officer compares the registration's papers")
    representation: PapersBody | None = Field(default=None, description="papers of who is no parent by the register")
    benefits: Annotated[list[BenefitBody], Field(max_length=MOST_BENEFITS)] = Field(default=[])
    special_needs: SpecialNeedsBody | None = None
    draft: DraftName | None = Field(default=None, description="a draft that is erased once it is signed")


class SubmitBody(FormBody):
    """What a parent fills in."""

    email: Email


class BenefitView(BaseModel):
    """A benefit that may be claimed, in the person's language."""

    code: str
    name: str
    queue_class: QueueClass
    proof: str
    proof_months: int | None


class FormView(BaseModel):
    """What the form shows besides questions: texts to confirm in their version, the list of benefits, limits.

    The numbers in the Algorithm are those of the policy in force in the district today.
    """

    texts_version: str
    data_kept_current: str
    algorithm: list[str]
    benefits: list[BenefitView]
    benefit_proved_at_call: bool
    review_working_days: int
    files: int
    megabytes: int


class DraftBody(Body):
    """What was typed, sealed by the person's browser: nobody reads it here."""

    sealed: Annotated[str, Field(min_length=1, max_length=65_536, pattern="^[A-Za-z0-9+/=_-]+$")]


class DraftView(BaseModel):
    """What is kept under this name, null when nothing is."""

    sealed: str | None
    saved_at: datetime | None
