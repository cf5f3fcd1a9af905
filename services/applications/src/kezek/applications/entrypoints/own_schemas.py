"""What a family sends about an application that it has made."""

from typing import Literal, Self

from pydantic import Field, model_validator

from kezek.applications.entrypoints.form_schemas import BenefitCode, Languages, PapersBody
from kezek.platform.http.bodies import Body
from kezek.platform.http.handed_in import Receipts


class AnswerBody(Body):
    """New papers for a claim that asks for them, by the receipts that documents gave for them."""

    files: Receipts = Field(min_length=1)


class ClaimBody(PapersBody):
    """A benefit of the list, or special needs with the queue that the family wants; and what shows it."""

    kind: Literal["benefit", "special_needs"]
    benefit: BenefitCode | None = None
    queue: Literal["correctional", "general"] | None = None

    @model_validator(mode="after")
    def _whole(self) -> Self:
        said = {"benefit": self.benefit, "special_needs": self.queue}
        if said.pop(self.kind) is None or any(said.values()):
            raise ValueError("benefit_or_queue")
        return self


class TransferBody(Body):
    """In which district another kindergarten is wanted, and the languages of instruction in the order of wish."""

    district: str = Field(pattern="^[0-9]{4}$")
    languages: Languages


class WishesBody(Body):
    """What may be changed at any time: languages in the order of wish, and whether twins may be in different places."""

    languages: Languages
    separate_places: bool
