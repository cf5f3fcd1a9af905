"""`make fuzz`: Schemathesis against everything the gateway offers, as each role; it must find nothing.

Nothing may answer 5xx, and no answer may differ from what `/api/openapi.json` says of it (status, type, body).
Half of the ids are of existing objects. `FUZZ_SECONDS` is the time for each role (60). It fills the stack with odd
data: play it on one that will be reset.
"""

import asyncio
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from tests.e2e.actors.person import Person
from tests.e2e.sides import Side, two_sides
from tests.e2e.world import World

SECONDS = int(os.environ.get("FUZZ_SECONDS", "60"))
ROLES = os.environ.get("FUZZ_ROLES", "nobody,parent,worker,officer,administrator").split(",")
DISTRICT = os.environ.get("FUZZ_DISTRICT", "1146")
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
KNOWN = ("application_id", "document_id", "kindergarten_id", "referral_id", "place_id", "child_iin", "number")
# a role that signs itself out is nobody; a stream has no end
NOT_PLAYED = r"^auth\.(delete_sessions?|get_live)$"


async def main() -> int:
    """Play every role; the number of roles as which something was found."""
    gateway, sandbox = os.environ["KEZEK_PUBLIC_URL"], os.environ["KEZEK_SANDBOX_URL"]
    world = World(gateway, sandbox, DISTRICT)
    left, right = await two_sides(world)
    people: dict[str, Person | None] = {
        "nobody": None,
        "parent": left.parent,
        "worker": left.worker,
        "officer": await world.officer(),
        "administrator": await world.administrator(),
    }
    failed = [role for role in ROLES if not await _plays(role, people[role], gateway, (left, right))]
    await world.close()
    print(f"failed as: {', '.join(failed) or 'nobody, nothing found'}", flush=True)  # noqa: T201 - a trial speaks
    return len(failed)


async def _plays(role: str, person: Person | None, gateway: str, sides: tuple[Side, Side]) -> bool:
    print(f"=== {role}, {SECONDS} s", flush=True)  # noqa: T201 - a trial speaks
    cookies = _cookies(person.http.cookies) if person else ""
    with TemporaryDirectory() as folder:
        Path(folder, "schemathesis.toml").write_text(_settings(cookies, sides))
        command = [str(Path(sys.executable).with_name("schemathesis")), "run", f"{gateway}/api/openapi.json"]
        options = ["-u", gateway, "-c", CHECKS, "--max-time", str(SECONDS), "--continue-on-failure", "--no-color"]
        filters = ["--exclude-operation-id-regex", NOT_PLAYED] if person else []
        run = await asyncio.to_thread(subprocess.run, [*command, *options, *filters], cwd=folder, check=False)
    return run.returncode == 0 and (person is None or await _is_signed_in(person))


async def _is_signed_in(person: Person) -> bool:
    return (await person.request("GET", "/auth/me")).status_code == httpx.codes.OK


def _cookies(jar: httpx.Cookies) -> str:
    return "; ".join(f"{each.name}={each.value}" for each in jar.jar)


def _settings(cookies: str, sides: tuple[Side, Side]) -> str:
    """Schemathesis's settings: the session, and ids of existing objects, own and foreign, for half of the cases."""
    values = {name: [side.values[name] for side in sides] for name in KNOWN}
    values["act_id"] = [act for side in sides for act in side.acts.values()]
    lines = ["[headers]", f'Cookie = "{cookies}"', "[generation]", "with-security-parameters = false"]
    lines += ["[parameters]", *(f'{name} = {{ dictionary = "{name}", probability = 0.5 }}' for name in values)]
    return "\n".join([*lines, *_dictionaries(values)]) + "\n"


def _dictionaries(values: Mapping[str, list[str]]) -> list[str]:
    return [f"[dictionaries.{name}]\nvalues = {found!r}" for name, found in values.items()]


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
