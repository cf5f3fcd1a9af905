"""The queue's API as a process."""

from fastapi import FastAPI

from kezek.platform.http.app import create_app
from kezek.platform.serve import serve
from kezek.platform.settings import Settings
from kezek.queue.entrypoints.http import router


def build(settings: Settings) -> FastAPI:
    """The API with these settings."""
    return create_app("queue", settings, [router])


def main() -> None:
    settings = Settings()  # type: ignore[call-arg]  # read from the environment
    serve(build(settings), settings)


if __name__ == "__main__":
    main()
