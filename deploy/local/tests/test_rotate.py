from pathlib import Path

from kezek_local.rotate import rotate


def test_a_long_log_is_copied_and_emptied_while_it_is_written(tmp_path: Path) -> None:
    log = tmp_path / "one.log"
    with log.open("a") as writer:
        writer.write("x" * 100)
        writer.flush()
        rotate(tmp_path, largest=50)
        writer.write("after")
    assert log.read_text() == "after"
    assert (tmp_path / "one.log.1").read_text() == "x" * 100


def test_a_short_log_stays(tmp_path: Path) -> None:
    log = tmp_path / "one.log"
    log.write_text("short")
    rotate(tmp_path, largest=50)
    assert log.read_text() == "short"
