"""The referrals API."""

from fastapi import FastAPI

from kezek.platform.http.app import create_app
from kezek.platform.serve import serve
from kezek.referrals.entrypoints import calendar
from kezek.referrals.entrypoints.acts import ACTS
from kezek.referrals.entrypoints.http import router, signatures
from kezek.referrals.settings import ReferralsSettings


def build_app(settings: ReferralsSettings) -> FastAPI:
    """The application; nothing is opened before it runs."""
    return create_app("referrals", settings, [router, calendar.router, signatures], acts=ACTS)


def main() -> None:
    """Run the API."""
    settings = ReferralsSettings()
    serve(build_app(settings), settings)


if __name__ == "__main__":
    main()
