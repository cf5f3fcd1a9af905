"""The API process of applications."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from kezek.applications.adapters.register import Register
from kezek.applications.entrypoints.http import router
from kezek.applications.settings import ApplicationsSettings
from kezek.applications.usecases.submit_application import SubmitApplication
from kezek.platform.acts import Acts
from kezek.platform.http.app import create_app
from kezek.platform.serve import serve
from kezek.platform.signatures import Verifier


@asynccontextmanager
async def _outside(app: FastAPI) -> AsyncIterator[None]:
    settings: ApplicationsSettings = app.state.settings
    verifier = Verifier.of(settings, app.state.clock)
    kinds = [SubmitApplication(app.state.clock)]
    app.state.acts = Acts(app.state.database, verifier, kinds, settings.act_lifetime_s)
    async with Register.open(settings.register_url, settings.register_timeout_s) as register:
        app.state.register = register
        yield
    await verifier.close()


def build_app(settings: ApplicationsSettings) -> FastAPI:
    """The application."""
    return create_app("applications", settings, [router], resources=[_outside])


def main() -> None:
    settings = ApplicationsSettings()
    serve(build_app(settings), settings)


if __name__ == "__main__":
    main()
