"""A sandbox for tests, which disturbs none that runs."""

from pathlib import Path
from typing import Any

from kezek_sandbox.settings import Settings


def settings_in(folder: Path, **more: Any) -> Settings:
    """Settings with all files in one folder and every port a free one."""
    return Settings(
        sandbox_dir=folder,
        trust_list=folder / "trust.pem",
        sandbox_clock_file=folder / "clock",
        **{"smtp_port": 0, "ncalayer_port": 0, "readers_port": 0, **more},
    )
