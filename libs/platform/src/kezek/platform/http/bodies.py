"""What every request's body has in common."""

import asyncio
from http import HTTPStatus

from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

WITHIN_S = 20.0
"""So long a body may take altogether: less than the request's token lives."""


class Body(BaseModel):
    """A request: unknown fields are refused, so nobody sets what is not offered, and a misspelt one is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class BodyInTime:
    """Gives a body so many seconds from its first byte to its last, in however many pieces it comes; then 408."""

    def __init__(self, app: ASGIApp, within_s: float = WITHIN_S) -> None:
        self._app = app
        self._within_s = within_s

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        until = asyncio.get_running_loop().time() + self._within_s
        whole = scope["type"] != "http"

        async def in_time() -> Message:
            nonlocal whole
            if whole:
                return await receive()
            try:
                async with asyncio.timeout_at(until):
                    piece = await receive()
            except TimeoutError as error:
                raise HTTPException(HTTPStatus.REQUEST_TIMEOUT) from error
            whole = not piece.get("more_body", False)
            return piece

        await self._app(scope, in_time, send)
