"""Referrals as others tell of them; a new one gets its check code and, as soon as its inputs are there, its paper."""

import base64
import secrets
from dataclasses import asdict
from uuid import UUID

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.kindergartens import Kindergarten
from kezek.contracts.referrals import CandidateEvent, ReferralIssued
from kezek.contracts.vocabulary import ActorKind
from kezek.documents.adapters import copies, store
from kezek.documents.domain.referral import Origin, Referral
from kezek.platform.db import Tx
from kezek.platform.messaging.consumers import is_erased
from kezek.platform.messaging.jobs import add_job, wake_jobs

REFERRAL_PDF = "referral-pdf"
_CODE_BYTES = 16


async def keep_referral(tx: Tx, event: CandidateEvent, version: int) -> None:
    """Keep a referral's newest state (domain §7)."""
    facts = event.referral
    if facts is None:
        return
    referral = Referral(
        id=facts.referral_id,
        application_id=event.application_id,
        applicant_id=event.applicant_id,
        kindergarten_id=facts.kindergarten_id,
        number=facts.number,
        group_year=facts.group_year,
        language=facts.language,
        issued_at=facts.issued_at,
        expires_at=facts.expires_at,
        last_day=facts.last_day,
        status=facts.status,
        version=version,
        check_code=new_check_code(),
        stopped=facts.stopped_by is not None,
    )
    if not await store.insert_referral(tx, referral):
        await store.update_referral(tx, referral)
    elif not await is_erased(tx, ApplicationCard, str(event.application_id)):
        waits_for = card_input(event.application_id)
        payload = {"referral_id": str(referral.id), "policy": facts.policy, **asdict(_origin(event))}
        await add_job(tx, REFERRAL_PDF, str(referral.id), payload, waits_for=waits_for)


def _origin(event: CandidateEvent) -> Origin:
    return Origin(
        by_officer=event.actor is ActorKind.OFFICER,
        by_round=isinstance(event, ReferralIssued) and event.by_round,
        restored=event.restored,
    )


async def keep_kindergarten(tx: Tx, kindergarten: Kindergarten, version: int) -> None:
    """Keep a kindergarten's newest state and make the papers that waited for it."""
    if await copies.kindergartens.keep(tx, kindergarten, version):
        for application_id in await store.list_applications_without_paper(tx, kindergarten.kindergarten_id):
            await wake_jobs(tx, card_input(application_id))


def card_input(application_id: UUID) -> str:
    """What a job that needs an application's card waits for."""
    return f"card:{application_id}"


def new_check_code() -> str:
    """An unguessable code of 128 bits, in letters and digits that can be read out and typed."""
    return base64.b32encode(secrets.token_bytes(_CODE_BYTES)).decode().rstrip("=").lower()
