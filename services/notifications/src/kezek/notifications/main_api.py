"""The API of notifications: `python -m kezek.notifications.main_api`."""

from fastapi import FastAPI

from kezek.notifications.entrypoints import evidence, http, inbox
from kezek.notifications.settings import NotificationsSettings
from kezek.platform.http.app import create_app
from kezek.platform.serve import serve


def build_app(settings: NotificationsSettings) -> FastAPI:
    """The application."""
    return create_app("notifications", settings, [http.router, inbox.router, evidence.router])


def main() -> None:
    settings = NotificationsSettings()
    serve(build_app(settings), settings)


if __name__ == "__main__":
    main()
