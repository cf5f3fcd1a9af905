"""`make s3`: what people hand in, on a real S3 server (versitygw, built by Go); how fast it is, and that it is so.

The server and its folder are made for this run, below a temporary folder, and end with it.
"""

import asyncio
import os
import secrets
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from kezek.documents.adapters.sealing import DamagedError
from kezek.documents.adapters.vault import Vault, open_vault
from kezek.platform.testing.papers import MEGABYTE
from kezek_local.ports import free_base
from kezek_local.readiness import exchange
from kezek_local.waiting import eventually
from tests.load.figures import say

BUCKET, FILES, KEY = "kezek", 20, "one:" + "A" * 43 + "="
PART = 256 * 1024


async def main(server: str) -> int:
    """Begin the server, use it as documents does, end it."""
    port, user, password = free_base(), "kezek", secrets.token_urlsafe(16)
    os.environ |= {
        "AWS_ENDPOINT": f"http://127.0.0.1:{port}",
        "AWS_ALLOW_HTTP": "true",
        "AWS_REGION": "us-east-1",
        "AWS_ACCESS_KEY_ID": user,
        "AWS_SECRET_ACCESS_KEY": password,
    }
    with TemporaryDirectory() as folder:
        (Path(folder) / BUCKET).mkdir()
        command = [
            server,
            "--access",
            user,
            "--secret",
            password,
            "--port",
            f"127.0.0.1:{port}",
            "--quiet",
            "posix",
            folder,
        ]
        running = await asyncio.create_subprocess_exec(*command)
        try:
            await eventually(lambda: _answers(port), "the S3 server")
            await trial(open_vault(f"s3://{BUCKET}", KEY), Path(folder))
        finally:
            running.terminate()
            await running.wait()
    return 0


async def trial(vault: Vault, folder: Path) -> None:
    """Parts and files are put, read, found damaged, sealed anew and dropped."""
    upload, part, whole = uuid4(), secrets.token_bytes(PART), secrets.token_bytes(10 * MEGABYTE)
    began = time.monotonic()
    names = [await vault.put_part(upload, part) for _ in range(40)]
    say(f"40 parts of 256 kB put in {time.monotonic() - began:.2f} s")
    files = [uuid4() for _ in range(FILES)]
    began = time.monotonic()
    for each in files:
        await vault.put_file(each, whole)
    say(f"{FILES} files of 10 MB put in {time.monotonic() - began:.2f} s")
    began = time.monotonic()
    for each in files:
        demand(await vault.get_file(each) == whole, "a file came back otherwise")
    say(f"{FILES} files of 10 MB read in {time.monotonic() - began:.2f} s")
    demand(await vault.get(names[-1]) == part, "a part came back otherwise")
    demand(
        not any(whole[:64] in each.read_bytes() for each in folder.rglob("*") if each.is_file()), "it lies in the clear"
    )
    await _is_noticed(vault, files[0], next(folder.rglob(str(files[0]))))
    await vault.drop_parts(upload)
    await vault.drop_parts(upload)
    for each in files:
        await vault.drop_file(each)
        await vault.drop_file(each)
    left = [each for each in folder.rglob("*") if each.is_file() and each.stat().st_size > PART]
    demand(not left, f"{len(left)} are left")


async def _is_noticed(vault: Vault, file_id: object, stored: Path) -> None:
    """One byte changed in the store."""
    content = bytearray(stored.read_bytes())
    content[-1] ^= 1
    stored.write_bytes(content)
    try:
        await vault.get_file(file_id)  # type: ignore[arg-type]
    except DamagedError:
        say("a changed byte is noticed")
        return
    raise AssertionError("a changed byte was not noticed")


async def _answers(port: int) -> bool:
    return (await asyncio.to_thread(exchange, port, b"GET / HTTP/1.0\r\n\r\n", enough=4)).startswith(b"HTTP")


def demand(holds: bool, otherwise: str) -> None:
    """End with the reason unless this holds."""
    if not holds:
        raise AssertionError(otherwise)


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1])))
