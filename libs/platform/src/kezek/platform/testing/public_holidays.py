"""Writes `public_holidays.py` from the `holidays` package: `python -m kezek.platform.testing.public_holidays`."""

from pathlib import Path

from holidays.countries.kazakhstan import Kazakhstan

from kezek.platform import public_holidays

YEARS = range(2020, 2051)
HEAD = '''"""Kazakhstan's public holidays and the days off moved from them, by year, as month and day.

Written by `kezek.platform.testing.public_holidays` from the `holidays` package, which at run time would load the
calendars of all countries (10 MB, 0.1 s in each process that counts a term). A test compares both.
"""

# fmt: off
# ruff: noqa: E501
OF_YEAR: dict[int, tuple[int, ...]] = {
'''
MOON = """}
KURBAN_AIT: dict[int, tuple[int, ...]] = {
"""


def as_library_knows(year: int) -> tuple[int, ...]:
    """Month times a hundred plus day of each, in order."""
    return tuple(day.month * 100 + day.day for day in sorted(Kazakhstan(years=year, language="kk")))


def kurban_ait_as_library_knows(year: int) -> tuple[int, ...]:
    """The holiday that goes by the moon, alike; some years have two."""
    named = Kazakhstan(years=year, language="kk")
    return tuple(day.month * 100 + day.day for day in sorted(named) if "Құрбан айт" in named[day])


def main() -> None:
    """Write the module anew."""
    tables = [
        "".join(f"    {year}: ({', '.join(map(str, days))}{',' * (len(days) == 1)}),\n" for year, days in each.items())
        for each in (
            {year: as_library_knows(year) for year in YEARS},
            {year: kurban_ait_as_library_knows(year) for year in YEARS},
        )
    ]
    Path(public_holidays.__file__).write_text(HEAD + MOON.join(tables) + "}\n")


if __name__ == "__main__":
    main()
