"""Papers set in Typst, as PDF/A-2a and PDF/UA-1; the same input gives the same bytes."""

import io
import json
from datetime import date, datetime
from importlib.resources import files
from typing import Any

import segno
import typst

_FONTS = typst.Fonts(include_system_fonts=False)
_REFERRAL = files(__package__).joinpath("referral.typ").read_bytes()


def qr_svg(url: str) -> str:
    """A QR code that survives a folded or stained paper (a quarter of it may be lost)."""
    drawn = io.BytesIO()
    segno.make(url, error="q", micro=False).save(drawn, kind="svg", border=2, dark="#12343b", light="#ffffff")
    return drawn.getvalue().decode()


def render_referral(
    pages: list[dict[str, Any]], *, title: str, check_url: str, dated: date, made_at: datetime
) -> bytes:
    """The referral as a PDF.

    Raises:
        typst.TypstError: when the template does not take what it is given.
    """
    given = {
        "pages": pages,
        "title": title,
        "qr": qr_svg(check_url),
        "date": [dated.year, dated.month, dated.day],
    }
    compiler = typst.Compiler(_REFERRAL, font_paths=_FONTS, sys_inputs={"given": json.dumps(given, ensure_ascii=False)})
    paper = compiler.compile(format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=int(made_at.timestamp()))
    if not isinstance(paper, bytes):
        raise TypeError("Typst gave more than one file")
    return paper
