"""The paper of a refusal that stands, or of a departure, from what was told of it (domain §7.refused, §7.roster)."""

import asyncio
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import Kindergarten
from kezek.contracts.lines import shown
from kezek.contracts.vocabulary import DepartureReason, DocumentKind
from kezek.documents.adapters import copies, store
from kezek.documents.adapters.files import Files
from kezek.documents.adapters.papers import Sheet, render_ending
from kezek.documents.domain.document import Document
from kezek.documents.domain.ending_paper import Ending, Whose, ending_page, ending_title
from kezek.documents.domain.referral import Referral
from kezek.documents.usecases.paper_facts import PAPER_LANGUAGES, check_url, child_of, garden_of
from kezek.documents.usecases.save_paper import save_paper
from kezek.platform.clock import Clock
from kezek.platform.db import Tx
from kezek.platform.messaging.jobs import Job, NotReadyError


@dataclass(frozen=True)
class EndedReferral:
    """What the paper is made of."""

    referral: Referral
    card: ApplicationCard
    kindergarten: Kindergarten
    ending: Ending


class MakeEndingPaper:
    """The job `ending-pdf`."""

    def __init__(self, files: Files, clock: Clock, public_url: str) -> None:
        self._files = files
        self._clock = clock
        self._public_url = public_url

    async def __call__(self, tx: Tx, job: Job) -> None:
        """Store the bytes, then the row, and tell of it; a paper that is there is not made again.

        Raises:
            NotReadyError: while card or kindergarten is not there.
        """
        referral = await store.lock_referral(tx, UUID(job.payload["referral_id"]))
        ending = _ending(job.payload)
        if await store.has_paper_of(tx, ending.kind, referral.application_id):
            return
        card = await copies.cards.find(tx, referral.application_id)
        kindergarten_id = UUID(job.payload["kindergarten_id"])
        kindergarten = await copies.kindergartens.find(tx, kindergarten_id)
        if card is None or kindergarten is None:
            raise NotReadyError
        of = EndedReferral(referral, card, kindergarten, ending)
        paper = await asyncio.to_thread(ending_pdf, of, self._public_url)
        sha256 = await self._files.put(paper)
        subject = referral.ended_at(kindergarten_id)
        await save_paper(tx, Document(new_id(), ending.kind, subject, sha256, len(paper), self._clock.now()))


def _ending(payload: dict[str, Any]) -> Ending:
    departure, left_on = payload.get("departure"), payload.get("left_on")
    return Ending(
        DocumentKind(payload["kind"]),
        datetime.fromisoformat(payload["at"]),
        DepartureReason(departure) if departure else None,
        date.fromisoformat(left_on) if left_on else None,
    )


def ending_pdf(of: EndedReferral, public_url: str) -> bytes:
    """The paper's bytes in Kazakh and Russian, whatever the names in card and kindergarten are made of."""
    whose = Whose(child_of(of.card), garden_of(of.kindergarten), shown(of.card.number))
    url = check_url(public_url, of.referral.check_code)
    pages = [ending_page(of.referral, of.ending, whose, url, language) for language in PAPER_LANGUAGES]
    title = ending_title(of.ending.kind, of.referral.number)
    return render_ending(Sheet(pages, f"{title.kk} · {title.ru}", url, of.ending.at))
