"""One NCALayer that listens on a port of its own, with the reader beside it and whoever sits there."""

import asyncio
import json
from collections import deque
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus
from typing import Any

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response

from kezek_sandbox.ncalayer.hand import Hand
from kezek_sandbox.ncalayer.messages import GREETING, HEARTBEAT, AnsweredError, Wish, read
from kezek_sandbox.ncalayer.model import Done, Program, Reaction, Reader, Window

_REMEMBERED = 50
_SHOWN = 4000


@dataclass
class Waiting:
    """A window that is open, and what the person will do."""

    window: Window
    decision: asyncio.Future[Reaction]


@dataclass
class Station:
    """An NCALayer; `port` is 0 until the system has given it one."""

    host: str
    port: int
    hand: Hand
    reader: Reader
    history: deque[Done] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    asked: int = 0
    signed: int = 0
    _server: Server | None = None
    _waiting: list[Waiting] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Where a page finds it."""
        return f"ws://{self.host}:{self.port}"

    @property
    def window(self) -> Window | None:
        """The window that the person sees."""
        return self._waiting[0].window if self._waiting else None

    async def set(self, reader: Reader) -> None:
        """Be so from now on; listening or not is settled when this returns."""
        self.reader = reader
        if reader.program is Program.CLOSED:
            await self.close()
        elif self._server is None:
            # a browser's own machine: no compression, no questions whether it still lives
            self._server = await serve(
                self._meet,
                self.host,
                self.port,
                process_request=self._admit,
                compression=None,
                ping_interval=None,
                server_header=None,
            )
            self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Listen no more, and cut what is connected."""
        server, self._server = self._server, None
        if server is not None:
            server.close()
            await server.wait_closed()

    def decide(self, reaction: Reaction) -> bool:
        """What the person does with the open window; whether there was one."""
        if not self._waiting:
            return False
        self._waiting.pop(0).decision.set_result(reaction)
        return True

    def _admit(self, connection: ServerConnection, _request: Request) -> Response | None:
        if self.reader.program is Program.REFUSING:
            return connection.respond(HTTPStatus.FORBIDDEN, "You shall not pass!\n")
        return None

    async def _meet(self, connection: ServerConnection) -> None:
        if self.reader.program is Program.MUTE:
            await connection.wait_closed()
            return
        try:
            await connection.send(json.dumps(GREETING))
            async for text in connection:
                answer = await self._answer(connection, text if isinstance(text, str) else text.decode())
                if answer is not None:
                    await connection.send(answer)
        except ConnectionClosed:
            return

    async def _answer(self, connection: ServerConnection, text: str) -> str | None:
        """What is sent back; nothing where the person never answers."""
        if text == HEARTBEAT:
            return HEARTBEAT
        self.asked += 1
        try:
            wish = read(text, self.reader.modules)
        except AnsweredError as answered:
            self._note(connection, answered.module, answered.method, (), "not_understood")
            return json.dumps(answered.answer)
        reader = self._take()
        await asyncio.sleep(reader.delay_ms / 1000)
        outcome, answer = await self._react(connection, wish, reader)
        self._note(connection, wish.module, wish.method, wish.purposes, outcome)
        return None if answer is None else json.dumps(answer)

    def _take(self) -> Reader:
        """How this one request is treated; counts it."""
        now = self.reader
        if now.count is not None:
            left = now.count - 1
            over = {"count": None, "reaction": Reaction.SIGN}
            self.reader = now.model_copy(update={"count": left} if left else over)
        return now

    async def _react(
        self, connection: ServerConnection, wish: Wish, reader: Reader
    ) -> tuple[str, dict[str, Any] | None]:
        reaction = await self._ask(connection, wish) if reader.reaction is Reaction.ASK else reader.reaction
        match reaction:
            case Reaction.CANCEL:
                return "cancelled", wish.dialect.cancelled()
            case Reaction.FAIL:
                return "failed", wish.dialect.failed()
            case Reaction.HANG:
                await connection.wait_closed()
                return "hung", None
            case Reaction.CLOSE:
                connection.transport.abort()
                return "closed", None
        # whoever asked may have put another key into the reader meanwhile
        key = (self.reader if reader.reaction is Reaction.ASK else reader).key
        if key is not None and reaction is Reaction.OTHER_KEY:
            key = self.hand.another(key)
        cms = None if key is None else await self.hand.sign(key, wish)
        if cms is None:
            return "no_key_fits", wish.dialect.cancelled()
        self.signed += 1
        return "signed", wish.dialect.signed(cms)

    async def _ask(self, connection: ServerConnection, wish: Wish) -> Reaction:
        """Open the window until the person decides, or the page has gone."""
        decision: asyncio.Future[Reaction] = asyncio.get_running_loop().create_future()
        waiting = Waiting(self._window(connection, wish), decision)
        self._waiting.append(waiting)
        gone = asyncio.create_task(connection.wait_closed())
        awaited: set[asyncio.Future[Any]] = {decision, gone}
        try:
            await asyncio.wait(awaited, return_when=asyncio.FIRST_COMPLETED)
        finally:
            gone.cancel()
            if waiting in self._waiting:
                self._waiting.remove(waiting)
        return decision.result() if decision.done() else Reaction.CANCEL

    def _window(self, connection: ServerConnection, wish: Wish) -> Window:
        return Window(
            origin=_origin(connection),
            module=wish.module,
            purposes=list(wish.purposes),
            locale=wish.locale,
            text=wish.content.decode(errors="replace")[:_SHOWN],
            since=self._now(),
        )

    def _note(
        self, connection: ServerConnection, module: str, method: str, purposes: tuple[str, ...], outcome: str
    ) -> None:
        done = {"at": self._now(), "module": module, "method": method, "outcome": outcome}
        self.history.append(Done(origin=_origin(connection), purposes=list(purposes), **done))

    def _now(self) -> datetime:
        return self.hand.now()


def _origin(connection: ServerConnection) -> str:
    request = connection.request
    return "" if request is None else request.headers.get("Origin", "")
