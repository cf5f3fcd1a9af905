import os
import subprocess
import sys
from typing import Any

from kezek.auth.settings import AuthSettings
from kezek.platform.testing import an_iin


def run(settings: AuthSettings, given: str, **more: str) -> subprocess.CompletedProcess[str]:
    values = settings.model_dump(mode="json", exclude_none=True)
    env = {f"KEZEK_{name.upper()}": str(value) for name, value in values.items()}
    command = [sys.executable, "-m", "kezek.auth.commands", "first-administrator"]
    return subprocess.run(
        command, env={**os.environ, **env, **more}, input=given, capture_output=True, text=True, check=False, timeout=60
    )


async def test_the_iin_comes_by_standard_input_or_by_the_environment(auth: Any) -> None:
    iin = an_iin()
    first = run(auth.settings, f"{iin}\n")
    assert (first.returncode, first.stdout) == (0, "administrator made\n"), first.stderr
    again = run(auth.settings, "", KEZEK_FIRST_ADMINISTRATOR_IIN=iin)
    assert (again.returncode, again.stdout) == (0, "is an administrator already\n")
    assert iin not in first.stderr + again.stderr
    assert len(await auth.rows("select id from staff_grant")) == 1


async def test_without_a_valid_iin_nothing_is_made(auth: Any) -> None:
    refused = run(auth.settings, "991399000008\n")
    assert refused.returncode != 0
    assert "991399000008" not in refused.stderr
    assert await auth.rows("select id from staff_grant") == []
