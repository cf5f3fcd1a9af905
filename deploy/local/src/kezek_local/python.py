"""How a Python program of the stack is started."""

import os
import sys

PASSED_ON = ("HOME", "SSL_CERT_FILE", "TMPDIR")


def python_program(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, *arguments)


def python_process(module: str, *arguments: str) -> tuple[str, ...]:
    """One of the project's own processes, without developers' tools in it."""
    return python_program("-m", "kezek_local.process", module, *arguments)


def python_env() -> dict[str, str]:
    """A clean environment: nothing of the caller's but where its home is; bytecode is written."""
    passed = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    return {**passed, "PYTHONUNBUFFERED": "1"}
