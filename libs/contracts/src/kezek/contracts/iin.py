"""The IIN's form and control digit (domain §11)."""

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from kezek.contracts.pasted import compact

_FIRST = tuple(range(1, 12))
_SECOND = (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)
_NO_SUCH = 10
_CENTURIES = {"1": 1800, "2": 1800, "3": 1900, "4": 1900, "5": 2000, "6": 2000}


def control_digit(prefix: str) -> int | None:
    """The twelfth digit for eleven given ones; None where both passes give ten and no such number exists."""
    digits = [int(character) for character in prefix]
    for weights in (_FIRST, _SECOND):
        rest = sum(digit * weight for digit, weight in zip(digits, weights, strict=True)) % 11
        if rest != _NO_SUCH:
            return rest
    return None


def is_iin(text: str) -> bool:
    """Whether the text is twelve digits with the right control digit; the birth date is not judged (domain §11)."""
    return re.fullmatch("[0-9]{12}", text) is not None and control_digit(text[:11]) == int(text[11])


def birth_date_of(iin: str) -> date | None:
    """The birth date that a number begins with, if it is one; the register's counts where it says otherwise."""
    century = _CENTURIES.get(iin[6])
    try:
        return date(century + int(iin[:2]), int(iin[2:4]), int(iin[4:6])) if century else None
    except ValueError:
        return None


def tells_another_day(iin: str, born: date) -> bool:
    """Whether a number begins with another birth date: a warning, never an error (domain §11)."""
    told = birth_date_of(iin)
    return told is not None and told != born


def _checked(text: str) -> str:
    plain = compact(text)
    if not is_iin(plain):
        raise ValueError("iin_invalid")
    return plain


Iin = Annotated[str, Field(max_length=60), AfterValidator(_checked)]
