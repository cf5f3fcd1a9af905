"""Has a file examined by a process of its own, which is given the bytes and nothing else."""

import asyncio
import sys
from contextlib import suppress

from kezek.contracts.files import MediaType
from kezek.documents.domain.faults import FileFault
from kezek.platform.telemetry import logger

LOG = logger(__name__)
WITHIN_S = 40.0
_COMMAND = (sys.executable, "-I", "-m", "kezek.documents.adapters.examination")
_READY = b"ready\n"
_OK = "ok"


class ExaminationError(Exception):
    """No verdict: the examination itself failed, and is tried again."""


async def examine(content: bytes, promised: MediaType) -> FileFault | None:
    """What is wrong with a file; None for a harmless one of the promised kind.

    Raises:
        ExaminationError: when nobody could say, as while the machine is too busy.
    """
    child = await asyncio.create_subprocess_exec(
        *_COMMAND,
        promised.value,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={"LANG": "C.UTF-8"},
    )
    try:
        async with asyncio.timeout(WITHIN_S):
            said, complained = await child.communicate(content)
    except TimeoutError as error:
        raise ExaminationError("no verdict in time") from error
    finally:
        with suppress(ProcessLookupError):
            child.kill()
    if complained:
        LOG.warning("an examination complained", said=complained.decode(errors="replace")[-2000:])
    return _verdict(said, child.returncode, promised)


def _verdict(said: bytes, code: int | None, promised: MediaType) -> FileFault | None:
    ready, _, verdict = said.decode(errors="replace").partition("\n")
    if f"{ready}\n".encode() != _READY:
        raise ExaminationError(f"it did not begin, exit code {code}")
    if verdict == f"{_OK} {promised.value}":
        return None
    if not verdict:  # ended by a bound while it read the file
        return FileFault.TOO_COMPLEX
    return FileFault(verdict)
