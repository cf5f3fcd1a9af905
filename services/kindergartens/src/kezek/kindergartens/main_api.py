"""The API of kindergartens: `python -m kezek.kindergartens.main_api`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from kezek.kindergartens.entrypoints import (
    account_requests,
    attendance,
    bulletin,
    closing,
    escorts,
    group_attendance,
    groups,
    own_swaps,
    pickups,
    roster,
    sheets,
    staff,
    swaps,
    vacancies,
    workers,
)
from kezek.kindergartens.entrypoints.acts import ACTS
from kezek.kindergartens.entrypoints.http import router, signatures
from kezek.kindergartens.settings import KindergartensSettings
from kezek.platform.http.app import create_app
from kezek.platform.persons_register import Registered, open_register
from kezek.platform.serve import serve


@asynccontextmanager
async def _outside(app: FastAPI) -> AsyncIterator[None]:
    settings: KindergartensSettings = app.state.settings
    async with open_register(settings.register_url, settings.register_timeout_s, Registered) as register:
        app.state.register = register
        yield


def build_app(settings: KindergartensSettings) -> FastAPI:
    """The application, not yet running."""
    enrolled = (roster, own_swaps, swaps, escorts, attendance, group_attendance, pickups, sheets)
    parts = (bulletin, vacancies, groups, closing, *enrolled, staff, account_requests, workers)
    routers = [router, signatures, *(each.router for each in parts)]
    return create_app("kindergartens", settings, routers, acts=ACTS, resources=[bulletin.kept_bulletin, _outside])


def main() -> None:
    settings = KindergartensSettings()
    serve(build_app(settings), settings)


if __name__ == "__main__":
    main()
