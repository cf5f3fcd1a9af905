"""Typst as papers use it: PDF/A-2a and PDF/UA-1, which forbid a letter without a shape."""

import re
import unicodedata
from functools import lru_cache

import typst

STAND_IN = "□"

_FONTS = typst.Fonts(include_system_fonts=False)
# all but the letters of nearly every name: of those the font has each (a test sets them), and none is a combining mark
_UNUSUAL = re.compile("[^\u0020-\u007e\u00a0-\u00ff\u0400-\u0482\u048a-\u04ff\u2013\u2014\u2018-\u201e\u2026\u2116]")
_STANDING_ALONE = ("L", "N", "P", "S", "Z")
_TRIAL = b'#set document(title: "x")\n#set text(font: "Libertinus Serif")\n#sys.inputs.given'


def typeset(source: bytes, given: str, timestamp: int | None = None) -> bytes:
    """A PDF of a Typst source, which reads what it is given as `sys.inputs.given`.

    Raises:
        typst.TypstError: when the source does not take that, or no font has a letter of it.
    """
    compiler = typst.Compiler(source, font_paths=_FONTS, sys_inputs={"given": given})
    made = compiler.compile(format="pdf", pdf_standards=["a-2a", "ua-1"], timestamp=timestamp)
    if not isinstance(made, bytes):
        raise TypeError("Typst gave more than one file")
    return made


def typeset_showing(source: bytes, given: str, timestamp: int) -> bytes:
    """The same of words from outside, with a box for what no font of papers shows.

    A letter and its mark may have shapes, but not both together: then marks are boxes, at last whatever is unusual.
    """
    words = showable(given)
    for boxed in (words, _UNUSUAL.sub(_but_for_marks, words)):
        try:
            return typeset(source, boxed, timestamp)
        except typst.TypstError:
            continue
    return typeset(source, _UNUSUAL.sub(STAND_IN, words), timestamp)


def showable(text: str) -> str:
    """The text with a box for each letter or sign that no font of papers has."""
    return _UNUSUAL.sub(lambda found: found[0] if _has_shape(found[0]) else STAND_IN, text)


def _but_for_marks(letter: re.Match[str]) -> str:
    return letter[0] if unicodedata.category(letter[0]).startswith(_STANDING_ALONE) else STAND_IN


@lru_cache(maxsize=4096)
def _has_shape(letter: str) -> bool:
    """Whether Typst can set a letter: it is asked, so that no table can differ from its fonts."""
    try:
        typeset(_TRIAL, letter)
    except typst.TypstError:
        return False
    return True
