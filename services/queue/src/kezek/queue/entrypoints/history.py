"""Who changed the rules, when, and what was signed, for administrators (domain §9.policy)."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import AwareDatetime, BaseModel, ConfigDict

from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import Reading
from kezek.queue.adapters.publications import NEWEST, Kind, list_published
from kezek.queue.entrypoints.permissions import CHANGE_RULES

router = APIRouter()


class PublicationView(BaseModel):
    """A version as it was published: by whom, by the certificate's name, and the sentences in the signer's language.

    What was shipped has neither.
    """

    model_config = ConfigDict(from_attributes=True)

    kind: Kind
    district: str | None
    year: int | None
    version: int
    in_force_from: date | None
    published_at: AwareDatetime
    act_id: UUID | None
    signed_by_name: str | None
    statement: list[str]


class PublicationsView(BaseModel):
    """Versions, newest first; it goes on with `before` the last one's version."""

    items: list[PublicationView]


@router.get("/publications", dependencies=[require(CHANGE_RULES)])
async def list_publications(
    tx: Reading,
    kind: Kind,
    district: Annotated[str | None, Query(pattern="^[0-9]{4}$")] = None,
    year: Annotated[int | None, Query(ge=1900, le=2200)] = None,
    before: Annotated[int, Query(ge=1, le=NEWEST)] = NEWEST,
    limit: Annotated[int, Query(ge=1, le=50)] = 20,
) -> PublicationsView:
    """What was published: of a policy by its district, without one the region's; of the calendar by its year."""
    found = await list_published(tx, kind, district, year, before=before, limit=limit)
    return PublicationsView(items=[PublicationView.model_validate(each) for each in found])
