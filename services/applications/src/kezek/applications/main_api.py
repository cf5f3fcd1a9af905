"""The API process of applications."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from kezek.applications.adapters.register import Register
from kezek.applications.entrypoints.acts import ACTS
from kezek.applications.entrypoints.counter import router as counter
from kezek.applications.entrypoints.desk import router as desk
from kezek.applications.entrypoints.dues import router as dues
from kezek.applications.entrypoints.forms import router as forms
from kezek.applications.entrypoints.http import router, signatures
from kezek.applications.entrypoints.moves import router as moves
from kezek.applications.entrypoints.own import router as own
from kezek.applications.entrypoints.transfers import router as transfers
from kezek.applications.settings import ApplicationsSettings
from kezek.platform.file_links import LinkSigner
from kezek.platform.file_receipts import ReceiptReader
from kezek.platform.http.app import create_app
from kezek.platform.move_checks import MoveCheckSigner
from kezek.platform.serve import serve


@asynccontextmanager
async def _outside(app: FastAPI) -> AsyncIterator[None]:
    settings: ApplicationsSettings = app.state.settings
    app.state.receipts = ReceiptReader(settings.file_receipt_keys)
    app.state.links = LinkSigner("applications", settings.file_link_key)
    app.state.move_checks = MoveCheckSigner(settings.file_link_key)
    async with Register.open(settings.register_url, settings.register_timeout_s) as register:
        app.state.register = register
        yield


def build_app(settings: ApplicationsSettings) -> FastAPI:
    """The application."""
    routers = [router, forms, own, moves, transfers, desk, dues, counter, signatures]
    return create_app("applications", settings, routers, acts=ACTS, resources=[_outside])


def main() -> None:
    settings = ApplicationsSettings()
    serve(build_app(settings), settings)


if __name__ == "__main__":
    main()
