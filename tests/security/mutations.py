"""The list of named mutations: changes that take a protection away, and the tests that must fail then.

`tests/security/mutations.toml` holds them; `python -m tests.security.mutants` plays them (`make mutants`).
"""

import tomllib
from dataclasses import dataclass

from tests.architecture.guards import ROOT

TABLE = ROOT / "tests/security/mutations.toml"


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


def read_mutations() -> list[Mutation]:
    """All mutations, in their order."""
    rows = tomllib.loads(TABLE.read_text())["mutation"]
    return [Mutation(**{**row, "holds": tuple(row["holds"]), "tests": tuple(row["tests"])}) for row in rows]
