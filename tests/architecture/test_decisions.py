"""Each decision record has a number of its own, and says it."""

import re
from collections import Counter
from pathlib import Path

RECORDS = sorted((Path(__file__).parents[2] / "docs/adr").glob("[0-9]*.md"))
_TITLE = re.compile(r"# (\d+)\. \S")


def test_no_two_decisions_share_a_number() -> None:
    numbers = Counter(record.name[:4] for record in RECORDS)
    assert [number for number, count in numbers.items() if count > 1] == []


def test_a_decision_says_the_number_of_its_file() -> None:
    titles = {record.name: _TITLE.match(record.read_text()) for record in RECORDS}
    assert titles, "no records were found"
    wrong = [name for name, title in titles.items() if title is None or int(title[1]) != int(name[:4])]
    assert wrong == []
