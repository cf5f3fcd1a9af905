import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from kezek_local.folders import Folders
from kezek_local.launch import Life, end, forget_stale_lock, group_of, read_life, record_self, start_time
from kezek_local.program import Program, launch_command, write_spec
from kezek_local.reaping import reap

SLEEP = "import time; time.sleep(600)"
DEAF = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(600)"


def started(code: str) -> Life:
    process = subprocess.Popen([sys.executable, "-c", code], start_new_session=True, stdout=subprocess.DEVNULL)
    time_started = start_time(process.pid)
    assert time_started is not None
    return Life(process.pid, time_started)


def launched(folders: Folders, code: str) -> Life:
    folders.make()
    argv = (sys.executable, "-c", code)
    write_spec(folders, Program("one", 0, argv, cwd=folders.root, ready=lambda: True), daemon=True)
    subprocess.run(launch_command(folders, "one"), check=True)
    until = time.monotonic() + 10
    while time.monotonic() < until:
        life = read_life(folders.records / "one")
        if life is not None and life.alive() and code in Path(f"/proc/{life.pid}/cmdline").read_text():
            return life
    raise AssertionError("it did not start")


def test_a_process_that_asks_to_stay_is_killed() -> None:
    deaf = started(DEAF)
    end([deaf], patience=0.3)
    assert not deaf.alive()


def test_somebody_elses_process_of_the_same_number_is_not_touched() -> None:
    stranger = started(SLEEP)
    earlier = Life(stranger.pid, stranger.started - 1)
    end([*group_of(earlier), earlier])
    assert stranger.alive()
    end([stranger])


def test_what_was_launched_is_recorded_and_reaped(tmp_path: Path) -> None:
    folders = Folders(tmp_path)
    life = launched(folders, SLEEP)
    assert reap(folders) == 1
    assert not life.alive()
    assert reap(folders) == 0


def test_a_new_life_ends_what_the_earlier_one_left_in_its_group(tmp_path: Path) -> None:
    folders = Folders(tmp_path)
    parent = "import os, time; child = os.fork(); time.sleep(600)"
    first = launched(folders, parent)
    os.kill(first.pid, signal.SIGKILL)
    left = group_of(first)
    second = launched(folders, SLEEP)
    assert all(not life.alive() for life in left)
    assert second.alive()
    reap(folders)


def test_the_log_is_appended_and_does_not_depend_on_a_parent(tmp_path: Path) -> None:
    folders = Folders(tmp_path)
    launched(folders, f"print('hello', flush=True); {SLEEP}")
    until = time.monotonic() + 5
    log = folders.logs / "one.log"
    while "hello" not in log.read_text() and time.monotonic() < until:
        continue
    assert "hello" in log.read_text()
    reap(folders)


def test_the_lock_of_a_dead_server_is_forgotten_and_that_of_a_living_one_kept(tmp_path: Path) -> None:
    lock = tmp_path / "postmaster.pid"
    lock.write_text("4194000\n")
    forget_stale_lock(lock)
    assert not lock.exists()
    holder = subprocess.Popen([sys.executable, "-c", SLEEP], cwd=tmp_path)
    lock.write_text(f"{holder.pid}\n")
    forget_stale_lock(lock)
    assert lock.exists()
    holder.kill()
    holder.wait()


def test_a_record_is_read_back(tmp_path: Path) -> None:
    record_self(tmp_path / "me")
    assert read_life(tmp_path / "me") == Life(os.getpid(), start_time(os.getpid()) or 0)
    assert read_life(tmp_path / "nobody") is None
