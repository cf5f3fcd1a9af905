import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kezek_local import folders
from kezek_local.folders import DAY, Folders, Secrets, begins_at, data_folder


def test_secrets_are_made_once_and_only_their_owner_reads_them(tmp_path: Path) -> None:
    first = Secrets(Folders(tmp_path))["postgres"]
    assert Secrets(Folders(tmp_path))["postgres"] == first
    assert stat.S_IMODE((tmp_path / "keys/secrets.json").stat().st_mode) == 0o600
    assert Secrets(Folders(tmp_path))["redis"] != first


def test_a_checkout_that_servers_cannot_reach_gets_a_folder_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    closed = tmp_path / "home/checkout"
    closed.mkdir(parents=True)
    closed.parent.chmod(0o700)
    assert data_folder(closed).parent == folders.OPEN_TO_ALL


def test_somebody_who_is_not_root_keeps_the_data_in_the_checkout(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert data_folder(tmp_path) == tmp_path / ".kezek"


@pytest.mark.parametrize(
    ("made", "begins"),
    [
        ("2026-11-28T08:00:00+05:00", "2026-11-28T08:00:00+05:00"),
        ("2026-11-28T19:59:59+05:00", "2026-11-28T19:59:59+05:00"),
        ("2026-11-28T20:00:00+05:00", "2026-11-29T09:00:00+05:00"),
        ("2026-11-29T03:00:00+05:00", "2026-11-29T09:00:00+05:00"),
    ],
)
def test_a_stack_made_in_the_evening_or_at_night_begins_in_the_morning(made: str, begins: str) -> None:
    assert begins_at(datetime.fromisoformat(made)) == datetime.fromisoformat(begins)


def test_the_clock_of_the_sandbox_is_made_once(tmp_path: Path) -> None:
    where = Folders(tmp_path)
    where.make()
    stands = datetime.now(UTC) + timedelta(microseconds=int.from_bytes(where.clock.read_bytes(), "little"))
    assert DAY.over_at(stands) is None
    where.clock.write_bytes(b"\1" * 8)
    where.make()
    assert where.clock.read_bytes() == b"\1" * 8


def test_a_token_key_is_made_once(tmp_path: Path) -> None:
    where = Folders(tmp_path)
    where.make()
    key = (where.token_keys / "token-1.pem").read_bytes()
    where.make()
    assert (where.token_keys / "token-1.pem").read_bytes() == key
    assert b"PRIVATE KEY" in key
