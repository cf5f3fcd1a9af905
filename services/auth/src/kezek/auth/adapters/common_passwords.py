"""The passwords that are tried first: zxcvbn's thirty thousand, by how often they were found in leaks."""

from functools import cache

from zxcvbn.frequency_lists import FREQUENCY_LISTS


@cache
def common_passwords() -> frozenset[str]:
    """All of them, in small letters."""
    return frozenset(FREQUENCY_LISTS["passwords"])
