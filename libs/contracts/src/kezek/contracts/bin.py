"""The BIN of a legal entity: twelve digits, the last a control digit that is counted as the IIN's (domain §11)."""

from typing import Annotated

from pydantic import AfterValidator, Field

from kezek.contracts.iin import is_iin
from kezek.contracts.pasted import compact


def _checked(text: str) -> str:
    plain = compact(text)
    if not is_iin(plain):
        raise ValueError("bin_invalid")
    return plain


Bin = Annotated[str, Field(max_length=60), AfterValidator(_checked)]
