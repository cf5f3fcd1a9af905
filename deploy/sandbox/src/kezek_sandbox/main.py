"""`python -m kezek_sandbox.main init|serve`."""

import argparse

import uvicorn

from kezek.platform.serve import KEEP_IDLE_S
from kezek_sandbox.app import DroppingProtocol, create_app
from kezek_sandbox.sandbox import initialise
from kezek_sandbox.settings import Settings


def main() -> None:
    """Make the files that services need, or serve."""
    parser = argparse.ArgumentParser(prog="kezek_sandbox", description=__doc__)
    parser.add_argument("command", choices=["init", "serve"])
    command = parser.parse_args().command
    settings = Settings()
    if command == "init":
        initialise(settings)
        return
    uvicorn.run(
        create_app(settings),
        host=settings.host,
        port=settings.port,
        http=DroppingProtocol,
        ws="none",
        log_level=settings.log_level.lower(),
        access_log=False,
        timeout_keep_alive=KEEP_IDLE_S,
    )


if __name__ == "__main__":
    main()
