"""The API of auth."""

from fastapi import FastAPI

from kezek.auth.entrypoints import (
    codes,
    counter,
    http,
    internal,
    live,
    own_account,
    passwords,
    people,
    reading_log,
    security_events,
    sessions,
    sign_in_page,
)
from kezek.auth.entrypoints.parts import parts_of
from kezek.auth.entrypoints.session_gate import SessionGate
from kezek.auth.entrypoints.ways import ways_of
from kezek.auth.settings import AuthSettings
from kezek.platform.http.app import create_app
from kezek.platform.serve import serve


def build_app(settings: AuthSettings) -> FastAPI:
    """The application; it opens its connections when it starts."""
    routers = [
        http.router,
        sign_in_page.router,
        codes.router,
        passwords.router,
        sessions.router,
        own_account.router,
        internal.router,
        people.router,
        counter.router,
        reading_log.router,
        security_events.router,
        live.router,
    ]
    resources = [parts_of(settings), ways_of(settings), reading_log.own_readings, live.live_of(settings)]
    app = create_app("auth", settings, routers, resources=resources)
    app.add_middleware(SessionGate)
    return app


def main() -> None:
    settings = AuthSettings()
    app = build_app(settings)
    serve(app, settings, when_told_to_stop=lambda: live.leave(app))


if __name__ == "__main__":
    main()
