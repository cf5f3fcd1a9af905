"""The queue's API as a process."""

from fastapi import FastAPI

from kezek.platform.http.app import create_app
from kezek.platform.serve import serve
from kezek.platform.settings import Settings
from kezek.queue.entrypoints import changes, history, published
from kezek.queue.entrypoints.acts import ACTS
from kezek.queue.entrypoints.http import router


def build_app(settings: Settings) -> FastAPI:
    """The API with these settings."""
    return create_app(
        "queue", settings, [router, published.router, history.router, changes.router, changes.signatures], acts=ACTS
    )


def main() -> None:
    settings = Settings()
    serve(build_app(settings), settings)


if __name__ == "__main__":
    main()
