"""The API of kindergartens: `python -m kezek.kindergartens.main_api`."""

from fastapi import FastAPI

from kezek.kindergartens.entrypoints import (
    account_requests,
    bulletin,
    closing,
    groups,
    own_swaps,
    roster,
    swaps,
    vacancies,
    workers,
)
from kezek.kindergartens.entrypoints.acts import ACTS
from kezek.kindergartens.entrypoints.http import router, signatures
from kezek.kindergartens.settings import KindergartensSettings
from kezek.platform.http.app import create_app
from kezek.platform.serve import serve


def build_app(settings: KindergartensSettings) -> FastAPI:
    """The application, not yet running."""
    parts = (bulletin, vacancies, groups, closing, roster, own_swaps, swaps, account_requests, workers)
    routers = [router, signatures, *(each.router for each in parts)]
    return create_app("kindergartens", settings, routers, acts=ACTS, resources=[bulletin.kept_bulletin])


def main() -> None:
    settings = KindergartensSettings()
    serve(build_app(settings), settings)


if __name__ == "__main__":
    main()
