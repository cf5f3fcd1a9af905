"""The two contacts of a person (domain §2)."""

from enum import StrEnum


class Channel(StrEnum):
    """Where a person is reached."""

    EMAIL = "email"
    PHONE = "phone"
