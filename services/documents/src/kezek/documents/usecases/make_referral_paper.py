"""Makes the paper of a referral, once, when card and kindergarten are there (domain §6.3, §7)."""

import asyncio
from dataclasses import fields
from typing import Any
from uuid import UUID

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import Kindergarten
from kezek.contracts.policy import Policy
from kezek.contracts.vocabulary import DocumentKind
from kezek.documents.adapters import copies, store
from kezek.documents.adapters.files import Files
from kezek.documents.adapters.papers import Sheet, render_referral
from kezek.documents.domain.document import Document
from kezek.documents.domain.referral import Origin, Referral
from kezek.documents.domain.referral_paper import Told, paper_title, referral_page
from kezek.documents.usecases.paper_facts import PAPER_LANGUAGES, check_url, child_of, garden_of
from kezek.documents.usecases.save_paper import save_paper
from kezek.platform import policies
from kezek.platform.clock import Clock
from kezek.platform.db import ReadTx, Tx
from kezek.platform.messaging.jobs import Job, NotReadyError
from kezek.platform.workdays import local_day


class MakeReferralPaper:
    """The job `referral-pdf`."""

    def __init__(self, files: Files, clock: Clock, public_url: str) -> None:
        self._files = files
        self._clock = clock
        self._public_url = public_url

    async def __call__(self, tx: Tx, job: Job) -> None:
        """Store the bytes, then the row, and tell of it; a paper that is there is not made again.

        Raises:
            NotReadyError: while card, kindergarten or the referral's policy is not there.
        """
        referral = await store.lock_referral(tx, UUID(job.payload["referral_id"]))
        if await store.has_document(tx, DocumentKind.REFERRAL, referral.subject):
            return
        card = await copies.cards.find(tx, referral.application_id)
        kindergarten = await copies.kindergartens.find(tx, referral.kindergarten_id)
        if card is None or kindergarten is None:
            raise NotReadyError
        policy = await _policy_of(tx, referral, kindergarten.district, job.payload.get("policy"))
        told = Told(policy, _origin(job.payload), check_url(self._public_url, referral.check_code))
        paper = await asyncio.to_thread(referral_pdf, referral, card, kindergarten, told)
        sha256 = await self._files.put(paper)
        document = Document(new_id(), DocumentKind.REFERRAL, referral.subject, sha256, len(paper), self._clock.now())
        await save_paper(tx, document)


async def _policy_of(tx: ReadTx, referral: Referral, district: str, policy_id: str | None) -> Policy:
    """The policy by which the referral is judged; that of its day where the event did not say which."""
    if policy_id is None:
        return await policies.load(tx, district, local_day(referral.issued_at))
    try:
        return await policies.load_by_id(tx, policy_id)
    except LookupError:
        raise NotReadyError from None


def _origin(payload: dict[str, Any]) -> Origin:
    """How the referral came about, as the job says; one of before does not say it."""
    return Origin(**{each.name: payload[each.name] for each in fields(Origin) if each.name in payload})


def referral_pdf(referral: Referral, card: ApplicationCard, kindergarten: Kindergarten, told: Told) -> bytes:
    """The paper's bytes, whatever the names in card and kindergarten are made of."""
    child, garden = child_of(card), garden_of(kindergarten)
    pages = [referral_page(referral, child, garden, told, language) for language in PAPER_LANGUAGES]
    title = paper_title(referral.number)
    return render_referral(Sheet(pages, f"{title.kk} · {title.ru}", told.check_url, referral.issued_at))
