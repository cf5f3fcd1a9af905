"""The API of notifications: `python -m kezek.notifications.main_api`."""

from fastapi import FastAPI

from kezek.notifications.entrypoints.http import router
from kezek.notifications.settings import NotificationsSettings
from kezek.platform.http.app import create_app
from kezek.platform.serve import serve


def build_app(settings: NotificationsSettings) -> FastAPI:
    """The application."""
    return create_app("notifications", settings, [router])


def main() -> None:
    settings = NotificationsSettings()
    serve(build_app(settings), settings)


if __name__ == "__main__":
    main()
