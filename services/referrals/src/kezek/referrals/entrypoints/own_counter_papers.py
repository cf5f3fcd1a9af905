"""A family sees from which paper of its own an officer chose for it, and opens the scan (domain §6.counter)."""

from collections.abc import Sequence
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter

from kezek.platform.actors import Actor
from kezek.platform.db import ReadTx
from kezek.platform.errors import NotFound
from kezek.platform.file_links import FileLink
from kezek.platform.http.handed_in import LinksDep
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import Reading
from kezek.referrals.adapters.counter_papers import list_papers
from kezek.referrals.entrypoints import permissions
from kezek.referrals.entrypoints.counter import CounterPapersView, CounterPaperView
from kezek.referrals.entrypoints.refusal_schemas import LinkView
from kezek.referrals.usecases.choose_place import load_own_candidate

router = APIRouter(prefix="/applications/{application_id}/counter-papers")
Own = Annotated[Actor, require(permissions.READ_OWN)]


@router.get("")
async def get_own_counter_papers(application_id: UUID, tx: Reading, actor: Own) -> CounterPapersView:
    """The scans from which an officer chose the place of the last referral; none where the family chose by itself."""
    found = await _of_last_referral(tx, actor, application_id)
    return CounterPapersView(items=[CounterPaperView.model_validate(each) for each in found])


@router.post("/{file_id}/links")
async def open_own_counter_paper(
    application_id: UUID, file_id: UUID, tx: Reading, links: LinksDep, actor: Own
) -> LinkView:
    """A link of a minute to one of them."""
    if file_id not in {each.file_id for each in await _of_last_referral(tx, actor, application_id)}:
        raise NotFound("file_not_found")
    link = FileLink(file_id=file_id, person_id=actor.person_id, subject_id=actor.person_id, about=application_id)
    return LinkView(address=links.sign(link))


async def _of_last_referral(tx: ReadTx, actor: Actor, application_id: UUID) -> Sequence[Any]:
    """By the instant of its issue: the receipt of the act for which the scans were kept."""
    referral = (await load_own_candidate(tx, actor, application_id)).referral
    papers = await list_papers(tx, application_id)
    return [each for each in papers if referral is not None and each.added_at == referral.issued_at]
