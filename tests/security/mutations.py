"""The list of named mutations: changes that take a protection away, and the tests that must fail then.

`tests/security/mutations.toml` holds them; `python -m tests.security.mutants` plays them (`make mutants`).
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tests.architecture.guards import ROOT
from tests.security.asvs import Requirement

TABLE = ROOT / "tests/security/mutations.toml"
# what is met in these chapters of docs/asvs.csv is held by a mutation, or excused
HELD = ("V6", "V7", "V8", "V9")


@dataclass(frozen=True)
class Mutation:
    """One change: in this file this text becomes that, and at least one of these tests fails.

    `holds` names what the protection is for: requirements of docs/asvs.csv, or `threat model`.
    """

    name: str
    holds: tuple[str, ...]
    file: str
    find: str
    replace: str
    tests: tuple[str, ...]

    def applies(self) -> bool:
        """Whether the text stands exactly once in its file, and the change changes it."""
        path = ROOT / self.file
        return path.is_file() and path.read_text().count(self.find) == 1 and self.find != self.replace

    def apply_to(self, text: str) -> str:
        """The file's text without the protection."""
        return text.replace(self.find, self.replace, 1)


@dataclass(frozen=True)
class Excuse:
    """A row that no mutation can hold, and why not."""

    row: str
    because: str


def read_mutations() -> list[Mutation]:
    """All mutations, in their order."""
    rows = _read("mutation")
    return [Mutation(**{**row, "holds": tuple(row["holds"]), "tests": tuple(row["tests"])}) for row in rows]


def read_excuses() -> list[Excuse]:
    """All rows that are excused, in their order."""
    return [Excuse(**row) for row in _read("excused")]


def unheld(rows: Iterable[Requirement], mutations: Iterable[Mutation], excuses: Iterable[Excuse]) -> set[str]:
    """Rows of the chapters `HELD` that are met, and that neither a mutation holds nor an excuse names."""
    return _met(rows) - _holding(mutations) - {each.row for each in excuses}


def idle_excuses(rows: Iterable[Requirement], mutations: Iterable[Mutation], excuses: Iterable[Excuse]) -> set[str]:
    """Excuses for nothing: their row is held, is not met, or is none of these chapters; or no reason stands there."""
    needed = _met(rows) - _holding(mutations)
    return {each.row for each in excuses if each.row not in needed or not each.because}


def _met(rows: Iterable[Requirement]) -> set[str]:
    return {row.id for row in rows if row.chapter in HELD and row.status == "met"}


def _holding(mutations: Iterable[Mutation]) -> set[str]:
    return {each for mutation in mutations for each in mutation.holds}


def _read(kind: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(TABLE.read_text())[kind]
    return found
