"""The BIN of a legal entity: twelve digits, the fifth its kind, the last counted as the IIN's (domain §11)."""

from typing import Annotated

from pydantic import AfterValidator, Field

from kezek.contracts.iin import is_iin
from kezek.contracts.pasted import compact

_KIND = 4
_KINDS = "456"  # an IIN has the tens of a birthday there: 0 to 3


def is_bin(text: str) -> bool:
    """Whether the text is a BIN; a person's IIN never is one, so that none is published in its place."""
    return is_iin(text) and text[_KIND] in _KINDS


def _checked(text: str) -> str:
    plain = compact(text)
    if not is_bin(plain):
        raise ValueError("bin_invalid")
    return plain


Bin = Annotated[str, Field(max_length=60), AfterValidator(_checked)]
