"""After the start: the first administrator and the season of the sandbox, by the commands of those who own them."""

import json
import subprocess
from typing import Any

from kezek_local.errors import CommandFailedError
from kezek_local.python import python_program
from kezek_local.readiness import OK, get
from kezek_local.services import Addresses, environment, exists, sandbox_environment

PATIENCE = 300


def first_administrator(at: Addresses, services: tuple[str, ...], *, clock: bool) -> bool:
    """Makes the sandbox's administrator one in auth; the IIN goes by standard input, so no process list shows it."""
    if "auth" not in services or not exists("kezek.auth.commands"):
        return False
    administrator = next(person for person in roles(at) if person["role"] == "administrator")
    command = python_program("-m", "kezek.auth.commands", "first-administrator")
    env = environment(at, "auth", clock=clock)
    run(command, env, "the first administrator could not be made", administrator["iin"])
    return True


def season(at: Addresses, services: tuple[str, ...]) -> bool:
    """Districts and kindergartens, through the public ways; doing it again changes nothing."""
    if "kindergartens" not in services or not exists("kezek_sandbox.season"):
        return False
    command = python_program("-m", "kezek_sandbox.season")
    run(command, sandbox_environment(at, services), "the season could not be seeded")
    return True


def roles(at: Addresses) -> list[dict[str, Any]]:
    """Who can sign in as what, as the sandbox tells it; nobody if it does not answer."""
    status, body = get(at.ports.sandbox, "/people/roles")
    return list(json.loads(body)["items"]) if status == OK else []


def run(command: tuple[str, ...], env: dict[str, str], failure: str, given: str = "") -> None:
    """Runs a command of the project; what it said is shown if it fails."""
    done = subprocess.run(  # noqa: S603  # the project's own modules
        command, check=False, env=env, input=given, capture_output=True, text=True, timeout=PATIENCE
    )
    if done.returncode != 0:
        raise CommandFailedError(
            f"{failure} (exit code {done.returncode}):\n{done.stdout[-3000:]}{done.stderr[-3000:]}"
        )
