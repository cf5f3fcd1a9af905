"""The referrals API."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from kezek.platform.contract_receipts import ContractReader
from kezek.platform.file_links import LinkSigner
from kezek.platform.file_receipts import ReceiptReader
from kezek.platform.http.app import create_app
from kezek.platform.move_checks import MoveCheckReader
from kezek.platform.serve import serve
from kezek.referrals.entrypoints import (
    admission_papers,
    admissions,
    calendar,
    closing,
    counter,
    found_admissions,
    own_counter_papers,
    refusals,
    vacancies,
    vouchers,
)
from kezek.referrals.entrypoints.acts import ACTS
from kezek.referrals.entrypoints.http import router, signatures
from kezek.referrals.settings import ReferralsSettings


@asynccontextmanager
async def _outside(app: FastAPI) -> AsyncIterator[None]:
    settings: ReferralsSettings = app.state.settings
    app.state.move_checks = MoveCheckReader(settings.move_check_keys)
    app.state.receipts = ReceiptReader(settings.file_receipt_keys)
    app.state.contracts = ContractReader(settings.file_receipt_keys)
    app.state.links = LinkSigner("referrals", settings.file_link_key)
    yield


def build_app(settings: ReferralsSettings) -> FastAPI:
    """The application; nothing is opened before it runs."""
    admitting = (admissions.router, admission_papers.router, found_admissions.router)
    deciding = (refusals.router, vouchers.router, counter.router)
    ours = (*admitting, *deciding, own_counter_papers.router, vacancies.router, closing.router, calendar.router)
    return create_app("referrals", settings, [router, *ours, signatures], acts=ACTS, resources=[_outside])


def main() -> None:
    """Run the API."""
    settings = ReferralsSettings()
    serve(build_app(settings), settings)


if __name__ == "__main__":
    main()
