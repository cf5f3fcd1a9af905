import asyncio
import os
import signal
import socket
import sys
from pathlib import Path

import httpx

from kezek_sandbox.store import Store


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def ready(client: httpx.AsyncClient) -> None:
    while True:
        try:
            if (await client.get("/health/ready")).is_success:
                return
        except httpx.TransportError:
            await asyncio.sleep(0.05)


async def test_nothing_taken_is_lost_by_a_kill(tmp_path: Path) -> None:
    port = free_port()
    environment = os.environ | {
        "KEZEK_PORT": str(port),
        "KEZEK_SMTP_PORT": str(free_port()),
        "KEZEK_NCALAYER_PORT": str(free_port()),
        "KEZEK_READERS_PORT": "0",
        "KEZEK_SANDBOX_DIR": str(tmp_path),
        "KEZEK_TRUST_LIST": str(tmp_path / "trust.pem"),
        "KEZEK_SANDBOX_CLOCK_FILE": str(tmp_path / "clock"),
    }
    command = (sys.executable, "-m", "kezek_sandbox.main", "serve")
    process = await asyncio.create_subprocess_exec(*command, env=environment)
    async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client, asyncio.timeout(60):
        await ready(client)
        for number in range(5):
            form = {"recipient": "77990000001", "text": "орын", "params[name]": str(number)}
            assert (await client.post("/sms/service/message/sendsmsmessage", data=form)).json()["code"] == 0
        process.send_signal(signal.SIGKILL)
        await process.wait()
    kept = await Store(tmp_path / "sandbox.sqlite").read("SELECT own_id FROM sms ORDER BY id")
    assert [row["own_id"] for row in kept] == ["0", "1", "2", "3", "4"]
