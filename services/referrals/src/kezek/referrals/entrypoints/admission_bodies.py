"""What the routes of admission applications take (domain §8.papers)."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from kezek.contracts.contacts import Email, Phone
from kezek.contracts.lines import Line
from kezek.contracts.numbers import IdentityNumber
from kezek.contracts.vocabulary import AdmissionState, PaperForm, PapersFlaw
from kezek.platform.file_receipts import LONGEST
from kezek.platform.http.bodies import Body
from kezek.platform.http.pages import PageQuery
from kezek.referrals.adapters.admission_list import AdmissionColumn
from kezek.referrals.entrypoints.refusal_schemas import ExplainedBody


class AdmissionsQuery(PageQuery):
    """Which of them, by state, and by which column; by none those come first that wait for the kindergarten."""

    state: AdmissionState | None = None
    sort: AdmissionColumn | None = None
    descending: bool = False


class FreshPaper(Body):
    """A scan of a form by the receipt of what was handed in for this."""

    form: PaperForm
    receipt: str = Field(max_length=LONGEST)


class IdentityBody(Body):
    """The applicant's identity card; it must be valid on the day."""

    number: IdentityNumber
    issued_by: Line
    valid_until: date


class PapersBody(Body):
    """What the applicant types, the scans, and those of the last time that stay.

    `contract` is documents' receipt of the contract that is signed with them: without one nothing is handed in.
    """

    identity: IdentityBody
    address: Line
    email: Email
    phone: Phone
    files: list[FreshPaper] = Field(default=[], max_length=20)
    kept: list[UUID] = Field(default=[], max_length=20)
    contract: Annotated[str, Field(max_length=LONGEST)] | None = None


class PapersReturnBody(ExplainedBody):
    """Why papers are returned: a reason of the list, and in the kindergarten's own words."""

    flaw: PapersFlaw
