"""The API of documents: `python -m kezek.documents.main_api`."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from kezek.documents.adapters.files import open_files
from kezek.documents.adapters.vault import open_vault
from kezek.documents.entrypoints import contracts, sheets
from kezek.documents.entrypoints.acts import ACTS
from kezek.documents.entrypoints.http import router
from kezek.documents.entrypoints.uploads import Counter
from kezek.documents.entrypoints.uploads import router as uploads
from kezek.documents.settings import DocumentsSettings
from kezek.platform.contract_receipts import ContractSigner
from kezek.platform.http.app import create_app
from kezek.platform.serve import serve


def build_app(settings: DocumentsSettings) -> FastAPI:
    """The application, not yet running."""

    @asynccontextmanager
    async def files(app: FastAPI) -> AsyncIterator[None]:
        app.state.files = open_files(settings.store_url)
        app.state.counter = Counter(settings, open_vault(settings.store_url, settings.file_keys.get_secret_value()))
        app.state.contract_signer = ContractSigner(settings.signing_key)
        yield

    routers = [router, uploads, sheets.router, contracts.router, contracts.signatures]
    return create_app("documents", settings, routers, acts=ACTS, resources=[files])


def main() -> None:
    settings = DocumentsSettings()
    serve(build_app(settings), settings)


if __name__ == "__main__":
    main()
