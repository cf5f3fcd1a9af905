"""The API of kindergartens: `python -m kezek.kindergartens.main_api`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from kezek.kindergartens.entrypoints import account_requests, workers
from kezek.kindergartens.entrypoints.http import router, signatures
from kezek.kindergartens.settings import KindergartensSettings
from kezek.kindergartens.usecases.confirm_vacancy import ConfirmVacancy
from kezek.platform.acts import Acts
from kezek.platform.http.app import create_app
from kezek.platform.serve import serve
from kezek.platform.signatures import Verifier


def build_app(settings: KindergartensSettings) -> FastAPI:
    """The application, not yet running."""
    return create_app(
        "kindergartens", settings, [router, signatures, account_requests.router, workers.router], resources=[_acts]
    )


@asynccontextmanager
async def _acts(app: FastAPI) -> AsyncIterator[None]:
    settings: KindergartensSettings = app.state.settings
    verifier = Verifier.of(settings, app.state.clock)
    kinds = [ConfirmVacancy(app.state.clock)]
    app.state.acts = Acts(app.state.database, verifier, kinds, settings.act_lifetime_s)
    yield
    await verifier.close()


def main() -> None:
    settings = KindergartensSettings()
    serve(build_app(settings), settings)


if __name__ == "__main__":
    main()
