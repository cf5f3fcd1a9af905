"""The sandbox's application: all routes, one lifespan."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from kezek_sandbox import problems
from kezek_sandbox.routes import authority, clock, control, mailbox, mobile_register, ncalayer, people, register, sms
from kezek_sandbox.sandbox import open_sandbox
from kezek_sandbox.settings import Settings

_PAGE = Path(__file__).with_name("ncalayer") / "page"


class DroppingProtocol(HttpToolsProtocol):
    """HTTP whose handlers can cut the connection without an answer, as a real network does."""

    def on_message_begin(self) -> None:
        """Give each request the means to end its connection."""
        super().on_message_begin()
        self.scope["extensions"] = {"kezek.drop": self.transport.abort}  # type: ignore[dict-item]


def create_app(settings: Settings) -> FastAPI:
    """The application for these settings."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with open_sandbox(settings) as sandbox:
            app.state.sandbox = sandbox
            yield

    app = FastAPI(title="Kezek sandbox: the outside systems", version="1", lifespan=lifespan)
    problems.install(app)
    for module in (people, register, mobile_register, sms, mailbox, authority, ncalayer, clock, control):
        app.include_router(module.router)
    app.mount("/reader", StaticFiles(directory=_PAGE, html=True))
    app.add_api_route("/health/live", _healthy, include_in_schema=False)
    app.add_api_route("/health/ready", _healthy, include_in_schema=False)
    return app


async def _healthy() -> dict[str, str]:
    return {"status": "ok"}
