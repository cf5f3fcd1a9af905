"""What the counter takes and answers (domain §3.counter)."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, Field

from kezek.applications.entrypoints.desk_schemas import LikelyView
from kezek.applications.entrypoints.form_schemas import FormBody
from kezek.applications.entrypoints.schemas import PersonView
from kezek.contracts.contacts import Email
from kezek.contracts.iin import Iin
from kezek.contracts.vocabulary import Language
from kezek.platform.counter_people import LONGEST
from kezek.platform.http.bodies import Body
from kezek.platform.http.handed_in import Receipts


class CounterLookBody(Body):
    """Who stands at the counter, and for which child."""

    applicant_iin: Iin
    child_iin: Iin


class CounterLook(BaseModel):
    """What the register says of both, and which applications may be for the same child.

    `child` is null where it is not the applicant's by the register: then papers are to show whose it is, and its data
    are typed from them.
    """

    applicant: PersonView | None
    child: PersonView | None
    child_birth_date: date | None
    iin_tells_another_day: bool = Field(description="the child's: a warning, the register's birth date counts")
    child_districts: list[str]
    live_application: bool
    likely: list[LikelyView]


class CounterBody(FormBody):
    """What stands on the paper: `person` is auth's answer for who signed it, `statement` the scan of it."""

    person: Annotated[str, Field(max_length=LONGEST)]
    email: Email | None = Field(default=None, description="a family that has none is told by SMS")
    language: Language
    statement: Receipts = Field(min_length=1)
