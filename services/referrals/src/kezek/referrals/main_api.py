"""The referrals API."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from kezek.platform.acts import Acts
from kezek.platform.db import Database
from kezek.platform.http.app import create_app
from kezek.platform.serve import serve
from kezek.platform.settings import Settings
from kezek.referrals.entrypoints.acts import build_acts
from kezek.referrals.entrypoints.http import router, signatures


def build_app(settings: Settings) -> FastAPI:
    """The application; nothing is opened before it runs."""

    @asynccontextmanager
    async def acts(app: FastAPI) -> AsyncIterator[None]:
        database: Database = app.state.database
        built: Acts = build_acts(database, settings)
        app.state.acts = built
        yield
        await built.close()

    return create_app("referrals", settings, [router, signatures], resources=[acts])


def main() -> None:
    """Run the API."""
    settings = Settings()
    serve(build_app(settings), settings)


if __name__ == "__main__":
    main()
