"""The sandbox as a story uses it: people, their signatures, their mailboxes, the clock."""

import base64
import re
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import httpx

from kezek_local.waiting import eventually
from tests.e2e.browser import browser

MESSAGE_WITHIN_S = 60.0
PAGE = 1000
CODE = re.compile(r"(?<![0-9])([0-9]{8})(?![0-9])")
Look = Callable[[], Awaitable[list[dict[str, Any]]]]


class Sandbox:
    """A client of the sandbox's public API."""

    def __init__(self, url: str, patience_s: float = 0.0) -> None:
        self.http = browser(url, patience_s=patience_s, timeout_s=120)
        self.patience_s = patience_s

    async def get(self, path: str, **query: Any) -> Any:
        """The JSON of an answer that must be well."""
        return _json(await self.http.get(path, params=query))

    async def post(self, path: str, body: dict[str, Any]) -> Any:
        """The JSON of an answer that must be well."""
        return _json(await self.http.post(path, json=body))

    async def people(self, **query: Any) -> list[dict[str, Any]]:
        """People by role, district and the year of a (child's) birth."""
        items: list[dict[str, Any]] = (await self.get("/people", **query))["items"]
        return items

    async def everybody(self, **query: Any) -> list[dict[str, Any]]:
        """All of these people, however many, in the sandbox's order."""
        found: list[dict[str, Any]] = []
        while len(page := await self.people(limit=PAGE, offset=len(found), **query)) == PAGE:
            found += page
        return found + page

    async def sign(self, iin: str, key: str, content: bytes, **more: Any) -> str:
        """A detached CMS by this person's key (`login` or `sign`), as PEM; `flaw` spoils it."""
        body = {"person": iin, "key": key, "content_base64": base64.b64encode(content).decode(), **more}
        return str((await self.post("/ca/sign", body))["cms"])

    async def move(self, resident_id: str, district: str) -> None:
        """Have the persons register say that somebody lives in another district."""
        await self.post(f"/people/{resident_id}/move", {"district": district})

    async def sms(self, recipient: str) -> list[dict[str, Any]]:
        """The SMS a phone has received."""
        items: list[dict[str, Any]] = (await self.get("/mailbox/sms", recipient=recipient))["items"]
        return items

    async def mail(self, recipient: str) -> list[dict[str, Any]]:
        """The e-mails an address has received."""
        items: list[dict[str, Any]] = (await self.get("/mailbox/mail", recipient=recipient))["items"]
        return items

    async def newest_code(self, recipient: str) -> str:
        """The code in the newest e-mail that has one; a code is sent before its asking is answered."""
        codes = [found[1] for mail in await self.mail(recipient) if (found := CODE.search(mail["text"]))]
        if not codes:
            raise AssertionError("no e-mail with a code has come")
        return codes[-1]

    async def wait_for_sms(self, recipient: str, having: str) -> dict[str, Any]:
        """The first SMS to a phone that has these words."""
        return await self._wait(lambda: self.sms(recipient), having, f"an SMS with «{having}»")

    async def sms_code(self, phone: str, *, after: int) -> str:
        """The code of the newest SMS to a phone that has had so many before."""

        async def newer() -> list[dict[str, Any]]:
            return (await self.sms(phone))[after:]

        message = await self._wait(newer, "", "an SMS with a code")
        found = re.search(r"\b[0-9]{6,8}\b", message["text"])
        if found is None:
            raise AssertionError(f"an SMS without a code: {message['text']}")
        return found.group()

    async def wait_for_mail(self, recipient: str, having: str) -> dict[str, Any]:
        """The first e-mail to an address that has these words."""
        return await self._wait(lambda: self.mail(recipient), having, f"an e-mail with «{having}»")

    async def now(self) -> datetime:
        """The stack's time."""
        return datetime.fromisoformat((await self.get("/clock"))["now"])

    async def advance_to(self, instant: datetime) -> None:
        """Move the clock through every deadline up to an instant."""
        await self.post("/clock/advance", {"to": instant.isoformat(), "timeout_s": 180})

    async def jump_to(self, instant: datetime) -> None:
        """Move the clock at once, over deadlines."""
        await self.post("/clock/set_exact", {"to": instant.isoformat()})

    async def settle(self, timeout_s: float = 60) -> None:
        """Wait until every outbox is empty, every lag zero, every job done."""
        await self.post("/stack/settle", {"timeout_s": timeout_s})

    async def _wait(self, look: Look, having: str, what: str) -> dict[str, Any]:
        async def come() -> Any:
            return next((message for message in await look() if having in message["text"]), None)

        message: dict[str, Any] = await eventually(come, what, MESSAGE_WITHIN_S + self.patience_s)
        return message


def _json(answer: httpx.Response) -> Any:
    if answer.is_error:
        raise AssertionError(f"{answer.request.method} {answer.request.url.path}: {answer.status_code} {answer.text}")
    return answer.json() if answer.content else None
