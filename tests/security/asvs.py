"""The table of OWASP ASVS 5.0 (docs/asvs.csv) and its page: `python -m tests.security.asvs` writes docs/asvs.md."""

import csv
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from tests.architecture.guards import ROOT

TABLE = ROOT / "docs/asvs.csv"
PAGE = ROOT / "docs/asvs.md"
STATUSES = ("met", "partly", "not_applicable", "not_yet")
# how many requirements each section of a complete chapter has
COMPLETE = {
    "V6": (3, 12, 8, 6, 8, 4, 2, 4),
    "V7": (3, 4, 2, 5, 3, 2),
    "V8": (4, 4, 3, 2),
    "V9": (3, 4),
    "V16": (1, 5, 4, 3, 4),
}
_WORDS = {"met": "met", "partly": "**partly**", "not_applicable": "not applicable", "not_yet": "**not yet**"}
_CHAPTERS = {
    "V1": "Encoding and sanitization",
    "V2": "Validation and business logic",
    "V3": "Web frontend",
    "V4": "API and web service",
    "V5": "File handling",
    "V6": "Authentication",
    "V7": "Session management",
    "V8": "Authorization",
    "V9": "Self-contained tokens",
    "V11": "Cryptography",
    "V12": "Secure communication",
    "V13": "Configuration",
    "V14": "Data protection",
    "V15": "Secure coding",
    "V16": "Logging and errors",
}
_INTRODUCTION = """# OWASP ASVS 5.0

Written by `python -m tests.security.asvs` from `docs/asvs.csv`; a test compares, and checks that every test named here
exists. Chapters V6 to V9 and V16 are complete, all levels; of the others stands what signing in, roles and the
gateway touch. What each requirement is about is said in our own words: the words that count are those of the
[OWASP Application Security Verification Standard 5.0](https://github.com/OWASP/ASVS) (CC BY-SA 4.0).
"""


@dataclass(frozen=True)
class Requirement:
    """A requirement, whether and how it is met, and the tests that show it as `path::name`."""

    id: str
    level: str
    status: str
    about: str
    how: str
    tests: tuple[str, ...]

    @property
    def chapter(self) -> str:
        """The chapter's id."""
        return self.id.split(".")[0]


def read_table() -> list[Requirement]:
    """All rows, in their order."""
    with TABLE.open(newline="") as file:
        return [Requirement(**{**row, "tests": tuple(row["tests"].split())}) for row in csv.DictReader(file)]  # type: ignore[arg-type]  # one column is a list


def missing_requirements(rows: Iterable[Requirement]) -> set[str]:
    """Requirements of complete chapters that the table does not have."""
    wanted = {
        f"{chapter}.{section}.{number}"
        for chapter, sections in COMPLETE.items()
        for section, count in enumerate(sections, 1)
        for number in range(1, count + 1)
    }
    return wanted - {row.id for row in rows}


def missing_tests(names: Iterable[str]) -> set[str]:
    """Tests named as `path::name` that do not exist."""
    return {name for name in names if not _exists(*name.split("::"))}


def page(rows: list[Requirement]) -> str:
    """The page for these rows."""
    parts = [_INTRODUCTION, _summary(rows)]
    for chapter, group in groupby(rows, key=lambda row: row.chapter):
        lines = [f"## {chapter} {_CHAPTERS[chapter]}\n", "| | level | | about | how | tests |", "| --- " * 6 + "|"]
        parts.append("\n".join([*lines, *map(_line, group)]) + "\n")
    return "\n".join(parts)


def _exists(path: str, name: str) -> bool:
    file = ROOT / path
    return file.is_file() and re.search(rf"^(?:async )?def {name}\(", file.read_text(), re.MULTILINE) is not None


def _summary(rows: list[Requirement]) -> str:
    lines = ["| level | met | partly | not applicable | not yet |", "| --- " * 5 + "|"]
    for level in "123":
        counted = Counter(row.status for row in rows if row.level == level)
        lines.append(f"| {level} | " + " | ".join(str(counted[status]) for status in STATUSES) + " |")
    return "\n".join(lines) + "\n"


def _line(row: Requirement) -> str:
    tests = "<br>".join(f"`{test.rsplit('/', 1)[1]}`" for test in row.tests)
    return f"| {row.id} | {row.level} | {_WORDS[row.status]} | {row.about} | {row.how} | {tests} |"


if __name__ == "__main__":
    PAGE.write_text(page(read_table()))
