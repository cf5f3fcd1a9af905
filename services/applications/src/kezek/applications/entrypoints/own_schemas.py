"""What a family sends about an application that it has made."""

from pydantic import Field

from kezek.applications.entrypoints.form_schemas import Languages, Receipts
from kezek.platform.http.bodies import Body


class AnswerBody(Body):
    """New papers for a claim that asks for them, by the receipts that documents gave for them."""

    files: Receipts = Field(min_length=1)


class WishesBody(Body):
    """What may be changed at any time: languages in the order of wish, and whether twins may be in different places."""

    languages: Languages
    separate_places: bool
