"""Names and other lines that people write: what a form refuses, and how what comes from elsewhere is shown."""

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator, Field

LONGEST = 300

# letters and marks that show nothing and that pasted text has (Unicode, Default_Ignorable_Code_Point)
_UNSEEN = re.compile("[\u00ad\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0]")
# they show nothing alone, but form the letters beside them: of Persian and Uighur, and of emoji
_JOINING = "[\u034f\u200c\u200d\ufe00-\ufe0f\U000e0000-\U000e0fff]"
# blank as a space, and told to be none
_BLANK = "[\u2800]"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_REFUSED = re.compile(f"[<>{_BIDI}\u2028\u2029]")
_REFUSED_KINDS = {"Cc", "Co", "Cs"}
_SEEN_KINDS = ("L", "N", "P", "S")


def line(text: str) -> str:
    """A name as typed into a form: in composed letters, without unseen ones, spaces single and none at the ends.

    Raises:
        ValueError: `line_invalid`, where nothing can be seen, or with line breaks, marks of direction, or `<` and `>`.
    """
    return _seen(_squeezed(_allowed(text)))


def remark(text: str) -> str:
    """The same for a text of several lines; it may be empty.

    Raises:
        ValueError: `line_invalid`, as of a line.
    """
    lines = [_squeezed(_allowed(each)) for each in text.replace("\r\n", "\n").split("\n")]
    whole = "\n".join(lines).strip()
    return _seen(whole) if whole else ""


def explanation(text: str) -> str:
    """A remark that is not empty.

    Raises:
        ValueError: `line_invalid`, as of a line.
    """
    return _seen(remark(text))


def shown(text: str) -> str:
    """What a register or an event calls something, as one line: what cannot be shown is left out."""
    kept = (each if unicodedata.category(each) not in _REFUSED_KINDS else " " for each in text)
    return _squeezed(_REFUSED.sub(" ", "".join(kept)))


def _allowed(text: str) -> str:
    """The text, of which tabs are spaces."""
    plain = text.replace("\t", " ")
    if _REFUSED.search(plain) or any(unicodedata.category(each) in _REFUSED_KINDS for each in plain):
        raise ValueError("line_invalid")
    return plain


def _squeezed(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", _UNSEEN.sub("", text)).split())


def _seen(text: str) -> str:
    telling = re.sub(f"{_JOINING}|{_BLANK}", "", text)
    if not any(unicodedata.category(each).startswith(_SEEN_KINDS) for each in telling):
        raise ValueError("line_invalid")
    return text


Line = Annotated[str, Field(min_length=1, max_length=LONGEST), AfterValidator(line)]
Remark = Annotated[str, Field(max_length=500), AfterValidator(remark)]
Explanation = Annotated[str, Field(min_length=1, max_length=1000), AfterValidator(explanation)]
