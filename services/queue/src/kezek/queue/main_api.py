"""The queue's API as a process."""

from fastapi import FastAPI

from kezek.platform.http.app import create_app
from kezek.platform.serve import serve
from kezek.platform.settings import Settings
from kezek.queue.entrypoints import (
    changes,
    dashboards,
    figures,
    history,
    ledger,
    published,
    ranks,
    rounds,
    sortings,
    wishes,
)
from kezek.queue.entrypoints.acts import ACTS
from kezek.queue.entrypoints.http import router


def build_app(settings: Settings) -> FastAPI:
    """The API with these settings."""
    routers = [router, figures.router, dashboards.router, published.router, history.router, ledger.router]
    routers += [changes.router, sortings.router, rounds.router, wishes.router, changes.signatures]
    resources = [ledger.kept_heads, figures.kept_figures, dashboards.kept_dashboards, ranks.asked_ranks]
    return create_app("queue", settings, routers, acts=ACTS, resources=resources)


def main() -> None:
    settings = Settings()
    serve(build_app(settings), settings)


if __name__ == "__main__":
    main()
