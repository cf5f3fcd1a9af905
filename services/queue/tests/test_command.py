"""What is done by hand: the ledger is verified, and the exit code says what came of it."""

from typing import Any

import pytest
import sqlalchemy as sa

from kezek.queue import main_command


@pytest.fixture
async def verify(play: Any, make_settings: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    settings = await make_settings("queue")
    monkeypatch.setattr(main_command, "Settings", lambda: settings)
    await play.queued("g1")
    await play.queued("g2", minute=1)
    return main_command.verify


async def test_all_is_well(verify: Any, play: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert await verify(None) == 0
    async with play.database.read() as tx:
        head = await tx.value(sa.text("select head from queue"))
    assert capsys.readouterr().out == (
        f"1110.general.2023: 2 lines, 2 children, 2 in the order, head {head.hex()}\nOK\n"
    )


async def test_every_difference_is_named(verify: Any, play: Any, capsys: pytest.CaptureFixture[str]) -> None:
    async with play.database.write() as tx:
        await tx.execute(
            sa.text("update entry set waiting = false  where submitted_at = (select min(submitted_at) from entry)")
        )
    assert await verify(str(play.ref)) == 1
    assert capsys.readouterr().out.splitlines()[1:] == [
        f"  1110.general.2023 application {play.id_of('g1')}: waiting not as the ledger says",
        "  1110.general.2023: the counts are not those of the ledger",
        "2 differences",
    ]
    assert await verify("1110.general.2000") == 0
