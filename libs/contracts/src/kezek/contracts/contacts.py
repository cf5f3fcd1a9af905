"""How one is reached: the forms of an e-mail address, a phone and a web site, wherever one is given."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from kezek.contracts.pasted import compact, without_marks

_ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_EMAIL = re.compile(
    rf"(?=.{{1,64}}@){_ATOM}(?:\.{_ATOM})*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{{0,61}}[A-Za-z0-9])?\.)+[A-Za-z]{{2,63}}"
)
_PHONE = re.compile(r"(?:tel:)?\+?[78]?(7[0-9]{9})", re.IGNORECASE)
_SCHEME = re.compile("https?://", re.IGNORECASE)
_WEBSITE = re.compile(r'(?:https?://)?[\w-]+(?:\.[\w-]+)+(?::[0-9]{1,5})?(?:[/?#][^\s<>"]*)?', re.IGNORECASE)


def email(text: str) -> str:
    """An e-mail address as it is kept: a dot-atom of RFC 5322 at a domain of the Internet.

    Raises:
        ValueError: `email_invalid`.
    """
    address = without_marks(text)
    if not _EMAIL.fullmatch(address):
        raise ValueError("email_invalid")
    return address


def phone(text: str) -> str:
    """A phone of Kazakhstan as it is kept, 7 and ten digits; written with +7, with 8 as at home, or with neither.

    Raises:
        ValueError: `phone_invalid`.
    """
    found = _PHONE.fullmatch(re.sub("[().]", "", compact(text)))
    if found is None:
        raise ValueError("phone_invalid")
    return f"7{found[1]}"


def website(text: str) -> str:
    """A web site as typed, with or without its scheme.

    Raises:
        ValueError: `website_invalid`.
    """
    typed = without_marks(text)
    if not _WEBSITE.fullmatch(typed):
        raise ValueError("website_invalid")
    return typed


def website_url(typed: str) -> str:
    """Where a web site is found; without a scheme it is asked by https."""
    return typed if _SCHEME.match(typed) else f"https://{typed}"


Email = Annotated[str, Field(max_length=254), AfterValidator(email)]
Phone = Annotated[str, Field(max_length=60), AfterValidator(phone)]
Website = Annotated[str, Field(max_length=200), AfterValidator(website)]
