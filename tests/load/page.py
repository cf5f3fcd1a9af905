"""docs/performance.md: the words are written by hand, what stands between the markers by `make bench`."""

from collections.abc import Iterable
from pathlib import Path

from kezek_local.folders import CHECKOUT
from tests.load.figures import Table

PAGE = CHECKOUT / "docs/performance.md"
BEGIN, END = "<!-- measured by make bench -->", "<!-- end of what is measured -->"


def filled(page: str, text: str) -> str:
    """The page with this text between its markers.

    Raises:
        ValueError: when a marker is missing, stands twice, or they stand the wrong way round.
    """
    before, *rest = page.split(BEGIN)
    if len(rest) != 1 or rest[0].count(END) != 1 or END in before:
        raise ValueError(f"{BEGIN} and {END} must stand once each, in this order")
    return f"{before}{BEGIN}\n\n{text}\n\n{END}{rest[0].partition(END)[2]}"


def write(tables: Iterable[Table], page: Path = PAGE) -> None:
    """Put the tables where those of the run before stand."""
    page.write_text(filled(page.read_text(), "\n\n".join(table.markdown() for table in tables)))
