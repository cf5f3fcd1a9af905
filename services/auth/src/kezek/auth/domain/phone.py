"""Phone numbers of Kazakhstan as people write them, and as registers and the SMS gateway take them (domain §11)."""

import re

_FILLING = re.compile(r"[\s()\-]")
_NUMBER = re.compile(r"(?:\+?7|8)(7[0-9]{9})")


def mobile_number(text: str) -> str | None:
    """`7XXXXXXXXXX`, or None when it is no mobile number of Kazakhstan."""
    found = _NUMBER.fullmatch(_FILLING.sub("", text))
    return f"7{found.group(1)}" if found else None
