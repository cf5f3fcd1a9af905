"""The number of an application: `DD.UO.YYYY.NNNNN.C` (domain §3)."""

from kezek.platform.errors import RuleBrokenError

_MAX = 99_999


def application_number(district: str, year: int, serial: int, ordinal: int = 1) -> str:
    """Last two digits of the district's KATO prefix, year, serial of the year in the district, ordinal among twins.

    Raises:
        RuleBrokenError: `application_numbers_exhausted`.
    """
    if not 0 < serial <= _MAX:
        raise RuleBrokenError("application_numbers_exhausted", district=district, year=year)
    return f"{district[-2:]}.UO.{year}.{serial:05d}.{ordinal}"


def twins_number(number: str, ordinal: int) -> str:
    """The number of another child of the same serial."""
    return f"{number.rpartition('.')[0]}.{ordinal}"
