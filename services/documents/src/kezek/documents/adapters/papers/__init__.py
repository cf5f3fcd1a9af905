"""Papers set in Typst, as PDF/A-2a and PDF/UA-1; the same input gives the same bytes."""

import io
import json
from datetime import date, datetime
from importlib.resources import files
from typing import Any

import segno

from kezek.documents.adapters.papers.typesetting import showable, typeset

# one of the eight patterns that keep a code free of wide areas: trying all takes five times as long, and each is read
_MASK = 2
_REFERRAL = files(__package__).joinpath("referral.typ").read_bytes()


def qr_code(url: str) -> segno.QRCode:
    """A QR code that survives a folded or stained paper (a quarter of it may be lost)."""
    return segno.make(url, error="q", micro=False, mask=_MASK)


def qr_svg(url: str) -> str:
    """The QR code as it is drawn on a paper."""
    drawn = io.BytesIO()
    qr_code(url).save(drawn, kind="svg", border=2, dark="#12343b", light="#ffffff")
    return drawn.getvalue().decode()


def render_referral(
    pages: list[dict[str, Any]], *, title: str, check_url: str, dated: date, made_at: datetime
) -> bytes:
    """The referral as a PDF; a letter that the fonts do not have becomes a box, which the paper explains.

    Raises:
        typst.TypstError: when the template does not take what it is given.
    """
    given = {
        "pages": pages,
        "title": title,
        "qr": qr_svg(check_url),
        "date": [dated.year, dated.month, dated.day],
    }
    words = showable(json.dumps(given, ensure_ascii=False))
    return typeset(_REFERRAL, words, timestamp=int(made_at.timestamp()))
