"""How a person is reached: the forms of an e-mail address and of a phone, wherever one is given."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

_EMAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)
_PHONE = re.compile("7[0-9]{10}")


def _email(text: str) -> str:
    if ".." in text or not _EMAIL.fullmatch(text.strip()):
        raise ValueError("email_invalid")
    return text.strip()


def _phone(text: str) -> str:
    # at home the first digit is dialled as 8
    digits = re.sub("^8(?=7)", "7", re.sub(r"[\s()+-]", "", text))
    if not _PHONE.fullmatch(digits):
        raise ValueError("phone_invalid")
    return digits


Email = Annotated[str, Field(max_length=254), AfterValidator(_email)]
Phone = Annotated[str, Field(max_length=30), AfterValidator(_phone)]
