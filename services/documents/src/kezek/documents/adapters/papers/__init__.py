"""Papers set in Typst, as PDF/A-2a and PDF/UA-1; the same input gives the same bytes."""

import io
import json
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from typing import Any

import segno

from kezek.documents.adapters.papers.typesetting import typeset_showing
from kezek.platform.workdays import local_day

# one of the eight patterns that keep a code free of wide areas: trying all takes five times as long, and each is read
_MASK = 2
_FOLDER = files(__package__)
_COMMON, _REFERRAL, _CHILD_CARD, _CONTRACT, _ENDING, _ATTENDANCE = (
    _FOLDER.joinpath(f"{name}.typ").read_bytes()
    for name in ("common", "referral", "child_card", "contract", "ending", "attendance")
)


def qr_code(url: str) -> segno.QRCode:
    """A QR code that survives a folded or stained paper (a quarter of it may be lost)."""
    return segno.make(url, error="q", micro=False, mask=_MASK)


def qr_svg(url: str) -> str:
    """The QR code as it is drawn on a paper."""
    drawn = io.BytesIO()
    qr_code(url).save(drawn, kind="svg", border=2, dark="#12343b", light="#ffffff")
    return drawn.getvalue().decode()


@dataclass(frozen=True)
class Sheet:
    """What is set: pages with all words ready, and what the file says of itself."""

    pages: list[dict[str, Any]]
    title: str
    check_url: str
    made_at: datetime
    number: str = ""


def render_referral(sheet: Sheet) -> bytes:
    """The referral as a PDF; a letter that the fonts do not have becomes a box, which the paper explains.

    Raises:
        typst.TypstError: when the template does not take what it is given.
    """
    return _render(_REFERRAL, sheet)


def render_child_card(sheet: Sheet) -> bytes:
    """The child's card as a PDF; as the referral."""
    return _render(_CHILD_CARD, sheet)


def render_contract(sheet: Sheet) -> bytes:
    """The contract as a PDF of as many pages as it needs; as the referral."""
    return _render(_CONTRACT, sheet)


def render_ending(sheet: Sheet) -> bytes:
    """The refusal or the departure note as a PDF; as the referral."""
    return _render(_ENDING, sheet)


def render_attendance(sheet: Sheet) -> bytes:
    """A group's month as a PDF of as many landscape pages as it needs; as the referral."""
    return _render(_ATTENDANCE, sheet)


def shipped_contract(language: str) -> str:
    """The text of the contract's template that holds where a district has none of its own."""
    return _FOLDER.joinpath(f"contract.{language}.md").read_text("utf-8").strip()


def _render(template: bytes, sheet: Sheet) -> bytes:
    dated = local_day(sheet.made_at)
    given = {
        "pages": sheet.pages,
        "title": sheet.title,
        "number": sheet.number,
        "qr": qr_svg(sheet.check_url),
        "date": [dated.year, dated.month, dated.day],
    }
    words = json.dumps(given, ensure_ascii=False)
    return typeset_showing(_COMMON + template, words, int(sheet.made_at.timestamp()))
