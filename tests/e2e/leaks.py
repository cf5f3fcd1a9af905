"""Looks for what tells who somebody is in the logs of a stack (domain §11: no IIN and no name in a log)."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tests.e2e.actors.person import Person
from tests.e2e.sandbox import Sandbox


async def family_of(person: Person, sandbox: Sandbox) -> list[dict[str, Any]]:
    """A person with parents and children."""
    related = [*person.resident["person"]["parents"], *person.resident["person"]["children"]]
    return [person.resident, *[await sandbox.get(f"/people/{iin}") for iin in related]]


def marks_of(resident: dict[str, Any]) -> dict[str, str]:
    """Every spelling that would give a person away, in small letters, with what it is."""
    person, phone = resident["person"], resident["phone"]
    plain = {person["iin"]: "an IIN", resident["email"]: "an e-mail address"}
    # however the number is written, its last ten digits stand in it
    plain |= {phone[-10:]: "a phone", f"{phone[1:4]} {phone[4:7]} {phone[7:9]} {phone[9:]}": "a phone"}
    for name in person["name"].values():
        plain |= {f"{name['surname']} {name['given']}": "a name", f"{name['given']} {name['surname']}": "a name"}
    spelled: dict[str, str] = {}
    for mark, kind in plain.items():
        if mark.strip():
            spelled |= dict.fromkeys((mark, json.dumps(mark)[1:-1], quote(mark)), kind)
    return {mark.lower(): kind for mark, kind in spelled.items()}


def leaks(logs: Path, residents: Iterable[dict[str, Any]]) -> list[str]:
    """File, line and kind of each leak; never the leak itself."""
    marks = {mark: kind for resident in residents for mark, kind in marks_of(resident).items()}
    files = sorted(path for path in logs.rglob("*") if path.is_file())
    return [leak for path in files for leak in _leaks_of(path, marks)]


def _leaks_of(path: Path, marks: dict[str, str]) -> Iterator[str]:
    with path.open(errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            small = line.lower()
            yield from (f"{path.name}:{number}: {kind}" for mark, kind in marks.items() if mark in small)
