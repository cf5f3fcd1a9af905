"""A paper as a family hands it in."""

import io

import pikepdf


def a_scan() -> bytes:
    """A PDF of one empty page."""
    kept = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.save(kept)
    return kept.getvalue()
