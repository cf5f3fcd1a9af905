"""Typst as papers use it: PDF/A-2a and PDF/UA-1, which forbid a letter without a shape."""

import re
from functools import lru_cache

import typst

STAND_IN = "□"

_FONTS = typst.Fonts(include_system_fonts=False)
# the letters of nearly every name: the font has them all (a test sets each)
_ORDINARY = re.compile("[^\u0020-\u007e\u00a0-\u00ff\u0400-\u04ff\u2013\u2014\u2018-\u201e\u2026\u2116]")
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


def showable(text: str) -> str:
    """The text with a box for each letter or sign that no font of papers has."""
    return _ORDINARY.sub(lambda found: found[0] if _has_shape(found[0]) else STAND_IN, text)


@lru_cache(maxsize=4096)
def _has_shape(letter: str) -> bool:
    """Whether Typst can set a letter: it is asked, so that no table can differ from its fonts."""
    try:
        typeset(_TRIAL, letter)
    except typst.TypstError:
        return False
    return True
