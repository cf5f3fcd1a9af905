"""Writes docs/permissions.md from the services' tables: `python -m tests.security.permissions_page`."""

from collections.abc import Iterable
from itertools import groupby

from kezek.platform.http.permissions import Scope
from tests.architecture.guards import ROOT
from tests.contracts.openapi import document
from tests.e2e.matrix import Operation, operations_of

PAGE = ROOT / "docs/permissions.md"
CALLERS = ("escort", "parent", "worker", "officer", "administrator")
_INTRODUCTION = """# Who may do what

Written by `python -m tests.security.permissions_page` from each service's table (`entrypoints/permissions.py`); a
test compares. The same rows stand in `/api/openapi.json` (`x-kezek-permission`), from which `test_permissions.py`
takes every route, sends it through the gateway as everybody below, on own and on foreign objects, and holds the
answers against this page.

- A cell says on which objects the route answers; `401` is `sign_in_required`, `403` is `permission_missing`.
- A **foreign** object (of another person, kindergarten or district) answers as one that does not exist, byte for
  byte.
- Everybody signed in is a parent: staff too, who then reach what is theirs as parents. Who came in by a code at the
  phone that a parent gave for their escort is an **escort** and nothing else.
- The session's way in narrows the roles (domain §2): the **EDS** opens all; a **one-time code** the parent's
  column only; a **password** the worker's, not the officer's or the administrator's. A signed act needs an EDS
  signature in any session.
- A worker of several kindergartens works in the chosen one; before choosing, the worker's column answers
  `workplace_required`.
- Until the first sign-in is over (an e-mail address is confirmed), only rows marked ✉ answer; the others
  `email_required`.
- Rows marked 👁 show personal data; whoever on staff opens them leaves a line in the reading log.
- `/internal`, `/health`, `/metrics` and each service's own `openapi.json` are closed at the gateway.
"""


def page(operations: Iterable[Operation]) -> str:
    """The page for these operations, a table per service."""
    parts = [_INTRODUCTION]
    for service, rows in groupby(operations, key=lambda operation: operation.id.split(".")[0]):
        head = "| route | permission | nobody | escort | parent | worker | officer | administrator | |"
        parts.append("\n".join([f"## {service}\n", head, "| --- " * 9 + "|", *map(_row, rows)]) + "\n")
    return "\n".join(parts)


def described() -> list[Operation]:
    """Every operation, from the applications as their composition roots build them; nothing is opened."""
    return operations_of(document())


def _row(operation: Operation) -> str:
    nobody = Scope[operation.scope.upper()].words if operation.is_public else "401"
    cells = [_cell(operation, caller) for caller in CALLERS]
    marks = ("✉" if operation.before_complete else "") + ("👁" if operation.reads_personal_data else "")
    route = f"`{operation.method} {operation.path}`"
    return f"| {' | '.join([route, operation.permission, nobody, *cells, marks])} |"


def _cell(operation: Operation, caller: str) -> str:
    if operation.is_public or caller in operation.roles:
        return Scope[operation.scope.upper()].words
    return "as a parent" if "parent" in operation.roles and caller != "escort" else "403"


if __name__ == "__main__":
    PAGE.write_text(page(described()))
