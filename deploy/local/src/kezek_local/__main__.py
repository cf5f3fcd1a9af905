"""The commands behind the Makefile: up, down, reset, status, logs, run MODULE with the stack's addresses, parked."""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kezek_local import report, seed
from kezek_local.errors import StackError
from kezek_local.folders import data_folder
from kezek_local.ports import SERVICES, Ports, remembered_base
from kezek_local.services import environment, has_worker
from kezek_local.stack import Stack

SHOWN_PER_ROLE = 3
STARTED = time.monotonic()


def say(text: str) -> None:
    print(f"[{time.monotonic() - STARTED:6.1f} s] {text}", flush=True)  # noqa: T201  # a command speaks


def show(lines: Iterable[str]) -> None:
    for line in lines:
        print(line, flush=True)  # noqa: T201  # a command speaks


def main(arguments: list[str]) -> int:
    """Runs one command; what goes wrong is said in one text, without a trace."""
    given = _parser().parse_args(arguments)
    folder = given.folder or data_folder()
    ports = Ports(given.port_base or remembered_base(folder))
    stack = Stack(folder, ports, replicas=_replicas(given.replicas), say=say)
    try:
        act(stack, given.command, given.argument)
    except StackError as failure:
        show([f"\nkezek: {failure}"])
        return 1
    except (KeyboardInterrupt, BrokenPipeError):
        return 130
    return 0


def act(stack: Stack, command: str, argument: str | None) -> None:
    match command:
        case "up":
            stack.up()
            say("everything is ready")
            show(addresses(stack))
        case "down":
            stack.down()
            say("everything is stopped")
        case "reset":
            stack.reset()
            say(f"everything is stopped and {stack.folders.root} is gone")
        case "status":
            show([f"data and logs: {stack.folders.root}", report.table(stack.status())])
        case "logs":
            stack.logs(argument)
        case "parked":
            show_parked(stack, argument)
        case _:
            run_module(stack, argument or "")


def run_module(stack: Stack, module: str) -> None:
    """Becomes the module, which finds the stack by its environment."""
    known = {
        "KEZEK_PUBLIC_URL": stack.public_url,
        "KEZEK_SANDBOX_URL": stack.sandbox_url,
        "KEZEK_STACK_FOLDER": str(stack.folders.root),
        "PORT_BASE": str(stack.ports.base),
    }
    os.execve(sys.executable, [sys.executable, "-m", module], {**os.environ, **known})  # noqa: S606  # our own module


def show_parked(stack: Stack, service: str | None) -> None:
    """Lists the records that services could not use; with REPLAY in the environment applies them again."""
    command = "replay" if os.environ.get("REPLAY") else "list"
    for name in [service] if service else [each for each in SERVICES if has_worker(each)]:
        show([f"{name}:"])
        arguments = [sys.executable, "-m", "kezek.platform.messaging.parked", "--service", name, command]
        subprocess.run(arguments, env=environment(stack.at, name, clock=True), check=False)  # noqa: S603  # our own module


def addresses(stack: Stack) -> list[str]:
    """Where everything is, and who can sign in."""
    lines = [
        "",
        f"Kezek         {stack.public_url}/   (open it in a browser; staff: {stack.public_url}/staff)",
        f"API           {stack.public_url}/api   (all of it: {stack.public_url}/api/openapi.json)",
        f"sandbox       {stack.sandbox_url}   (its own: {stack.sandbox_url}/docs)",
        f"key reader    {stack.sandbox_url}/reader/   (whose EDS key signs: NCALayer at {stack.at.ncalayer})",
        f"data, logs    {stack.folders.root}",
    ]
    people = seed.roles(stack.at)
    if people:
        lines += ["", f"Who can sign in, among others (made-up people; all of them: {stack.sandbox_url}/people/roles):"]
    for role in dict.fromkeys(person["role"] for person in people):
        lines += [_described(person) for person in people if person["role"] == role][:SHOWN_PER_ROLE]
    return lines


def _described(person: dict[str, Any]) -> str:
    garden = (person.get("kindergarten_name") or {}).get("ru", "")
    return f"  {person['role']:14} {person['iin']}  {person['name_ru']:42} {person.get('district') or '':5} {garden}"


def _replicas(given: list[str]) -> dict[str, int]:
    return {name: int(number) for name, _, number in (each.partition("=") for each in given)}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m kezek_local", description=__doc__)
    parser.add_argument("command", choices=["up", "down", "reset", "status", "logs", "run", "parked"])
    parser.add_argument(
        "argument", nargs="?", help="logs: of which programs; run: which module; parked: of which service"
    )
    parser.add_argument("--folder", type=Path, default=_folder_of_environment())
    parser.add_argument("--port-base", type=int, default=int(os.environ.get("PORT_BASE") or 0))
    parser.add_argument("--replicas", action="append", default=[], metavar="SERVICE=NUMBER")
    return parser


def _folder_of_environment() -> Path | None:
    given = os.environ.get("KEZEK_STACK_FOLDER")
    return Path(given) if given else None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
