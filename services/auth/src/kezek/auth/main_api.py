"""The API of auth."""

from fastapi import FastAPI

from kezek.auth.entrypoints import http, internal
from kezek.auth.entrypoints.parts import parts_of
from kezek.auth.settings import AuthSettings
from kezek.platform.http.app import create_app
from kezek.platform.serve import serve


def build_app(settings: AuthSettings) -> FastAPI:
    """The application; it opens its connections when it starts."""
    return create_app("auth", settings, [http.router, internal.router], resources=[parts_of(settings)])


def main() -> None:
    settings = AuthSettings()
    serve(build_app(settings), settings)


if __name__ == "__main__":
    main()
