"""What all routes that hand papers out have in common: how a PDF is answered, and the trace that it leaves."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import Response

from kezek.contracts.access import Subject, Why
from kezek.documents.domain.document import Document
from kezek.documents.entrypoints import permissions
from kezek.platform.actors import Grant, Role
from kezek.platform.http.reading_log import ReadingLog, reading

MayRead = Annotated[ReadingLog, reading(permissions.READ_DOCUMENTS)]
PDF: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}}}
}


def pdf(content: bytes, name: str) -> Response:
    """A paper as it is handed out: shown in the browser, kept nowhere on the way."""
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": "private, no-store"}
    return Response(content, media_type="application/pdf", headers=headers)


async def leave(log: ReadingLog, why: Why, papers: Sequence[Document]) -> None:
    """Leave in the reading log that these papers are shown; the applicant's own leave nothing."""
    log.nobody()
    for kindergarten_id in {each.subject.kindergarten_id for each in papers} - {None}:
        subjects = [
            Subject(person_id=each.subject.applicant_id, application_id=each.subject.application_id, object_id=each.id)
            for each in papers
            if each.subject.kindergarten_id == kindergarten_id
        ]
        await log.note(Grant(Role.WORKER, kindergarten_id), why, subjects)
