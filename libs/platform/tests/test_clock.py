import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import ValidationError

from kezek.platform.clock import SandboxClock, SystemClock, clock_from
from kezek.platform.settings import Environment, Settings
from kezek.platform.testing import MovableClock

DAY = timedelta(days=1)


def settings(clock: Path | None, environment: Environment = Environment.SANDBOX) -> Settings:
    return Settings(environment=environment, database_url="", sandbox_clock_file=clock)


def test_without_a_file_time_is_real() -> None:
    clock = clock_from(settings(None))
    assert isinstance(clock, SystemClock)
    before, told, after = datetime.now(UTC), clock.now(), datetime.now(UTC)
    assert before <= told <= after
    assert clock.now().tzinfo is UTC


def test_a_moved_clock_is_seen_at_once_by_all_who_read_its_file(tmp_path: Path) -> None:
    mover = MovableClock(tmp_path / "clock")
    reader = clock_from(settings(mover.path))
    assert isinstance(reader, SandboxClock)
    mover.move(3 * DAY)
    assert reader.offset() == 3 * DAY
    before, told, after = datetime.now(UTC), reader.now(), datetime.now(UTC)
    assert before <= told - 3 * DAY <= after


def test_another_process_moves_the_clock_of_this_one(tmp_path: Path) -> None:
    reader = MovableClock(tmp_path / "clock")
    script = "import sys, struct; open(sys.argv[1], 'r+b').write(struct.pack('<q', 86_400_000_000))"
    subprocess.run([sys.executable, "-c", script, str(reader.path)], check=True)
    assert reader.offset() == DAY


def test_a_clock_never_goes_back(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="never goes back"):
        MovableClock(tmp_path / "clock").move(-DAY)


def test_production_refuses_a_movable_clock(tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match="KEZEK_SANDBOX_CLOCK_FILE"):
        settings(tmp_path / "clock", Environment.PRODUCTION)


def test_production_is_the_default(tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match="KEZEK_SANDBOX_CLOCK_FILE"):
        Settings(database_url="", sandbox_clock_file=tmp_path / "clock")
