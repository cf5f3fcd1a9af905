"""Routes of the evidence: what a family was told, word for word, for an officer of the district (domain §6.2)."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import BaseModel

from kezek.contracts.access import Subject, Why
from kezek.contracts.vocabulary import Channel, Language
from kezek.notifications.domain.evidence_words import CHANNELS, EVIDENCE, HEADS, STATES
from kezek.notifications.domain.notice import NoticeKind
from kezek.notifications.entrypoints import permissions
from kezek.notifications.entrypoints.schemas import PAGE, Limit, MessageState, PageLanguage, words_in
from kezek.notifications.usecases.read_evidence import Evidence, Sent, Told, read_evidence
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.sheets import A_FILE, Cell, FileFormat, Format, Table, as_file
from kezek.platform.http.transactions import Transaction
from kezek.platform.officers import district_of, officer_of
from kezek.platform.workdays import local_day

router = APIRouter(prefix="/evidence")
MayRead = Annotated[ReadingLog, reading(permissions.READ_EVIDENCE)]


class FailedTry(BaseModel):
    """A try that was to be made again: when it failed, and why."""

    attempt: int
    at: datetime
    cause: str


class SentMessage(BaseModel):
    """One message as it went out, word for word; `evidence` is the provider's own id, `cause` why it failed for good.

    `attempts` is how often the provider was turned to; each try that had to be made again is in `failed_tries`.
    """

    message_id: UUID
    channel: Channel
    recipient: str
    language: Language
    subject: str
    text: str
    state: MessageState
    created_at: datetime
    finished_at: datetime | None
    evidence: str | None
    cause: str | None
    attempts: int
    failed_tries: list[FailedTry]


class ToldNotice(BaseModel):
    """One notice: its words in the cabinet, when the family read it there first, and what was sent of it."""

    kind: NoticeKind
    subject: str
    text: str
    occurred_at: datetime
    read_at: datetime | None
    sent: list[SentMessage]


class EvidenceView(BaseModel):
    """A page of what was told of an application, newest first; go on with `before=next`, null on the last one."""

    items: list[ToldNotice]
    next: UUID | None


@router.get("")
async def get_evidence(
    application_id: UUID,
    tx: Transaction,
    log: MayRead,
    *,
    before: UUID | None = None,
    limit: Limit = PAGE,
    language: PageLanguage = None,
) -> EvidenceView:
    """What the family was told of its application: every channel, every try, and when it was read in the cabinet."""
    found = await _read(tx, log, application_id, before=before, limit=limit)
    return EvidenceView(items=[_told(each, language or log.actor.language) for each in found.told], next=found.next)


@router.get("/file", response_class=Response, responses=A_FILE)
async def get_evidence_file(
    application_id: UUID,
    tx: Transaction,
    log: MayRead,
    *,
    written: Format = FileFormat.CSV,
    language: PageLanguage = None,
) -> Response:
    """All of it as a table to be kept: a row for each message."""
    found = await _read(tx, log, application_id)
    spoken = language or log.actor.language
    rows = [_row(told, sent, spoken) for told in found.told for sent in told.sent]
    table = Table(EVIDENCE.in_(spoken), [each.in_(spoken) for each in HEADS], rows)
    return await as_file(f"kezek-messages-{local_day(tx.now())}", [table], table, written)


async def _read(tx: Transaction, log: ReadingLog, application_id: UUID, **page: Any) -> Evidence:
    found = await read_evidence(tx, application_id, district_of(log.actor), **page)
    subject = Subject(person_id=found.applicant_id, application_id=application_id)
    await log.note(officer_of(log.actor), Why.OPEN, [subject])
    return found


def _told(told: Told, language: Language) -> ToldNotice:
    _, words = words_in(told.said, language)
    return ToldNotice(
        kind=NoticeKind(told.kind),
        subject=words["subject"],
        text=words["text"],
        occurred_at=told.occurred_at,
        read_at=told.read_at,
        sent=[_sent(each) for each in told.sent],
    )


def _sent(sent: Sent) -> SentMessage:
    row = sent.row
    return SentMessage(
        message_id=row.id,
        channel=Channel(row.channel),
        recipient=row.recipient,
        language=Language(row.language),
        subject=row.subject,
        text=row.text,
        state=row.state,
        created_at=row.created_at,
        finished_at=row.finished_at,
        evidence=row.evidence,
        cause=row.cause,
        attempts=row.attempts,
        failed_tries=[FailedTry(attempt=each.attempt, at=each.at, cause=each.cause) for each in sent.failed_tries],
    )


def _row(told: Told, sent: Sent, language: Language) -> list[Cell]:
    row: Any = sent.row
    tries = "; ".join(f"{each.attempt}: {each.at.isoformat()} {each.cause}" for each in sent.failed_tries)
    return [
        told.occurred_at,
        CHANNELS[Channel(row.channel)].in_(language),
        row.recipient,
        row.language,
        row.subject,
        row.text,
        STATES[row.state].in_(language),
        row.created_at,
        row.finished_at,
        row.attempts,
        tries,
        row.evidence,
        row.cause,
        told.read_at,
    ]
