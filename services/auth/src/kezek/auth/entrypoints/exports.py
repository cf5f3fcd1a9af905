"""A log as a file: a line a row, as CSV for a table or as JSON for a program."""

import csv
import io
import json
from collections.abc import AsyncIterator, Sequence
from enum import StrEnum
from typing import Any

from fastapi.responses import StreamingResponse
from pydantic import BaseModel

NDJSON, CSV = "application/x-ndjson", "text/csv"
ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"content": {kind: {"schema": {"type": "string"}} for kind in (NDJSON, CSV)}}
}


class FileFormat(StrEnum):
    """How the lines are written."""

    NDJSON = "ndjson"
    CSV = "csv"


Pages = AsyncIterator[Sequence[BaseModel]]


def export(name: str, row: type[BaseModel], pages: Pages, written: FileFormat) -> StreamingResponse:
    """The pages as one file to be kept."""
    as_csv = written is FileFormat.CSV
    lines = _csv(row, pages) if as_csv else _ndjson(pages)
    file = f"{name}.{written.value}"
    headers = {"Content-Disposition": f'attachment; filename="{file}"', "Cache-Control": "no-store"}
    return StreamingResponse(lines, media_type=CSV if as_csv else NDJSON, headers=headers)


async def _ndjson(pages: Pages) -> AsyncIterator[str]:
    async for page in pages:
        yield "".join(f"{each.model_dump_json()}\n" for each in page)


async def _csv(row: type[BaseModel], pages: Pages) -> AsyncIterator[str]:
    yield _line(row.model_fields)
    async for page in pages:
        yield "".join(_line(map(_cell, each.model_dump(mode="json").values())) for each in page)


def _line(cells: Any) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def _cell(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else value
