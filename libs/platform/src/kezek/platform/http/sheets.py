"""Tables as files for people: CSV, and XLSX with a sheet for each. What is a number or a day stays one."""

import asyncio
import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any

import xlsxwriter
from fastapi import Query, Response

from kezek.platform.workdays import ALMATY

Cell = str | int | float | date | datetime | None
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NO_FORMULAS = {f"strings_to_{what}": False for what in ("formulas", "numbers", "urls")}
_DAY, _MOMENT = "dd.mm.yyyy", "dd.mm.yyyy hh:mm"
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LEAST, _MOST = 10, 40


class FileFormat(StrEnum):
    """How a file is written."""

    CSV = "csv"
    XLSX = "xlsx"


Format = Annotated[FileFormat, Query(alias="format")]
A_FILE: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {
            "text/csv": {"schema": {"type": "string"}},
            XLSX: {"schema": {"type": "string", "format": "binary"}},
        }
    }
}
"""What a route says that answers with a file: its `responses`."""


@dataclass(frozen=True)
class Table:
    """A table with its name, which is a sheet's: 31 letters at most."""

    name: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def as_csv(heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """A table in CSV; a text that a spreadsheet would take for a formula is told to be a text."""
    table = io.StringIO()
    lines = csv.writer(table, lineterminator="\r\n")
    lines.writerow(map(_told, heads))
    lines.writerows(map(_told, row) for row in rows)
    return table.getvalue()


def as_xlsx(tables: Sequence[Table]) -> bytes:
    """A workbook of these tables, each below a row of heads that stays in sight; times are those of Kazakhstan."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, **_NO_FORMULAS}) as book:
        formats = {name: book.add_format({"num_format": name}) for name in (_DAY, _MOMENT)}
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for table in tables:
            sheet = book.add_worksheet(table.name)
            sheet.freeze_panes(1, 0)
            for column, text in enumerate(table.heads):
                sheet.set_column(column, column, _width([text, *(row[column] for row in table.rows)]))
                sheet.write_string(0, column, text, head)
            for number, row in enumerate(table.rows, 1):
                for column, value in enumerate(row):
                    _write(sheet, formats, (number, column), value)
    return file.getvalue()


async def as_file(name: str, tables: Sequence[Table], asked: Table, written: FileFormat) -> Response:
    """The workbook of all tables, or the one asked for as CSV with the mark by which spreadsheets know UTF-8."""
    if written is FileFormat.XLSX:
        body, media_type = await asyncio.to_thread(as_xlsx, tables), XLSX
    else:
        body, media_type = as_csv(asked.heads, asked.rows).encode("utf-8-sig"), "text/csv; charset=utf-8"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}.{written.value}"',
        "Cache-Control": "private, no-store",
    }
    return Response(body, media_type=media_type, headers=headers)


def _told(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    return f"'{value}" if isinstance(value, str) and value.startswith(_BEGINS_A_FORMULA) else value


def _write(sheet: Any, formats: dict[str, Any], at: tuple[int, int], value: Cell) -> None:
    match value:
        case None:
            pass
        case datetime():
            sheet.write_datetime(*at, value.astimezone(ALMATY).replace(tzinfo=None), formats[_MOMENT])
        case date():
            sheet.write_datetime(*at, value, formats[_DAY])
        case int() | float():
            sheet.write_number(*at, value)
        case str():
            sheet.write_string(*at, value)


def _width(values: Sequence[Cell]) -> int:
    longest = max(len(_DAY if isinstance(value, date) else str(value)) for value in values)
    return min(max(longest + 2, _LEAST), _MOST)
