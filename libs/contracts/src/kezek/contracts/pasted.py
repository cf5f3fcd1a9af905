"""What people paste: numbers and codes come with spaces of all kinds, dashes, and marks that nobody sees."""

import unicodedata

_MINUS = "\u2212"
# spaces, controls as the tab, unseen marks, dashes of all kinds
_AROUND = {"Zs", "Zl", "Zp", "Cc", "Cf", "Pd"}


def compact(text: str) -> str:
    """A number or code without what stands between its digits and letters."""
    return "".join(each for each in text if each != _MINUS and unicodedata.category(each) not in _AROUND)


def without_marks(text: str) -> str:
    """An address without marks that nobody sees, and without spaces around it."""
    return "".join(each for each in text if unicodedata.category(each) != "Cf").strip()
