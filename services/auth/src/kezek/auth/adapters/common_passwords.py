"""The passwords that are tried first: zxcvbn's thirty thousand, by how often they were found in leaks."""

from functools import cache


@cache
def common_passwords() -> frozenset[str]:
    """All of them, in small letters; read when first asked for (a tenth of a second, off the event loop)."""
    from zxcvbn.frequency_lists import FREQUENCY_LISTS  # noqa: PLC0415 - 12 MB that few processes ever need

    return frozenset(FREQUENCY_LISTS["passwords"])
