"""Somebody with a browser, an EDS and a phone."""

import asyncio
import base64
import uuid
from typing import Any

import httpx

from kezek_local.waiting import eventually
from tests.e2e.browser import browser
from tests.e2e.sandbox import Sandbox
from tests.e2e.scan import a_scan

SEEN_WITHIN_S = 60.0
CODES_ASKED_FOR = 3


class RefusedError(Exception):
    """The service refused, as problem+json."""

    def __init__(self, answer: httpx.Response) -> None:
        self.status = answer.status_code
        self.content_type = answer.headers.get("content-type", "")
        self.problem: dict[str, Any] = answer.json()
        super().__init__(f"{answer.request.method} {answer.request.url.path}: {self.status} {self.code} {self.problem}")

    @property
    def code(self) -> str:
        """The stable code."""
        return str(self.problem["code"])


class Person:
    """A person of the sandbox who uses the service through the gateway."""

    def __init__(self, gateway: str, sandbox: Sandbox, resident: dict[str, Any], language: str = "kk") -> None:
        self.sandbox = sandbox
        self.resident = resident
        self.language = language
        self.iin: str = resident["person"]["iin"]
        self.phone: str = resident["phone"]
        self.email: str = resident["email"]
        self.http = browser(gateway, patience_s=sandbox.patience_s)

    def __repr__(self) -> str:
        """Without the IIN."""
        return f"{type(self).__name__}({self.resident['id']})"

    @property
    def waits_s(self) -> float:
        """How long a person looks for what must come."""
        return SEEN_WITHIN_S + self.sandbox.patience_s

    @property
    def name(self) -> str:
        """The given name, in Kazakh."""
        return str(self.resident["person"]["name"]["kk"]["given"])

    async def request(self, method: str, path: str, **more: Any) -> httpx.Response:
        """Any request, whatever comes back."""
        return await self.http.request(method, f"/api{path}", **more)

    async def get(self, path: str, **query: Any) -> Any:
        """The JSON of a GET.

        Raises:
            RefusedError: for a refusal.
        """
        return _checked(await self.request("GET", path, params=query)).json()

    async def post(self, path: str, body: dict[str, Any] | None = None, **more: Any) -> Any:
        """The JSON of a POST.

        Raises:
            RefusedError: for a refusal.
        """
        answer = _checked(await self.request("POST", path, json=body, **more))
        return answer.json() if answer.content else None

    async def sign_in(self, *, key: str = "login", **flaw: Any) -> Any:
        """Sign in with the login key and do what a first sign-in asks for; what the service answers about oneself."""
        me = await self.signs_in_by_key(key=key, **flaw)
        if not me["complete"]:
            me = await self.confirm_email()
        if me.get("language") != self.language:
            answer = _checked(await self.request("PATCH", "/auth/me", json={"language": self.language}))
            me = answer.json()
        return me

    async def signs_in_by_key(self, *, key: str = "login", **flaw: Any) -> Any:
        """Sign in with the login key, and nothing more."""
        challenge = await self.post("/auth/challenges")
        document = base64.b64decode(challenge["document_base64"])
        signature = await self.sandbox.sign(self.iin, key, document, **flaw)
        return await self.post("/auth/sessions", {"challenge_id": challenge["challenge_id"], "signature": signature})

    async def sign_in_by_code(self, *, as_escort: bool = False) -> Any:
        """Sign in with a one-time code sent to the phone; what the service answers about oneself."""
        before = len(await self.sandbox.sms(self.phone))
        wish = {"iin": self.iin, "phone": self.phone, "language": self.language, "as_escort": as_escort}
        asked = await self.post("/auth/codes", wish)
        code = await self.sandbox.sms_code(self.phone, after=before)
        return await self.post("/auth/sessions/code", {"code_id": asked["code_id"], "code": code})

    async def sign_in_by_password(self, password: str) -> Any:
        """Sign in with IIN and password; what the service answers about oneself."""
        return await self.post("/auth/sessions/password", {"iin": self.iin, "password": password})

    async def confirm_email(self) -> Any:
        """What the first sign-in asks for: a code sent to one's e-mail address, and told back."""
        for _ in range(CODES_ASKED_FOR):
            _checked(await self.request("PUT", "/auth/me/email", json={"email": self.email}))
            code = await self.sandbox.newest_code(self.email)
            answer = await self.request("POST", "/auth/me/email/confirmation", json={"code": code})
            # somebody else may play the same person, whose newer code takes the place of this one
            me = answer.json() if answer.is_success else await self.get("/auth/me")
            if me["complete"]:
                return me
        raise RefusedError(answer)

    async def hands_in(self, purpose: str) -> str:
        """The receipt of a scan, once it is checked and found clean."""
        content = a_scan()
        announced = {"purpose": purpose, "draft_id": str(uuid.uuid4()), "name": "анықтама.pdf", "size": len(content)}
        path = f"/documents/uploads/{(await self.post('/documents/uploads', announced))['id']}"
        _checked(await self.request("PUT", f"{path}/parts/0", content=content))
        await self.post(f"{path}/finish")

        async def ready() -> Any:
            return (await self.get(path))["receipt"]

        receipt: str = await eventually(ready, "a receipt", self.waits_s)
        return receipt

    async def sign_act(self, service: str, act: dict[str, Any], *, by: str | None = None, **flaw: Any) -> Any:
        """Sign a prepared act's bytes and hand the signature in; the act's result."""
        signature = await self.signature_for(act, by=by, **flaw)
        return await self.hand_in(service, act, signature)

    async def signature_for(self, act: dict[str, Any], *, by: str | None = None, key: str = "sign", **flaw: Any) -> str:
        """A signature over a prepared act's bytes."""
        return await self.sandbox.sign(by or self.iin, key, base64.b64decode(act["document_base64"]), **flaw)

    async def hand_in(self, service: str, act: dict[str, Any], signature: str) -> Any:
        """Hand a signature in; the act's result, as soon as there is one.

        Raises:
            RefusedError: for a refusal.
        """
        path = f"/{service}/acts/{act['act_id']}"
        answer = stands = await self.post(f"{path}/signature", {"signature": signature})
        while "result" not in answer:  # received and not finished in time: one asks as the page does
            await asyncio.sleep(stands["ask_again_after_s"])
            stands = await self.get(path)
            if stands["state"] != "received":  # the same signature again is the same
                answer = await self.post(f"{path}/signature", {"signature": signature})
        return answer["result"]


def _checked(answer: httpx.Response) -> httpx.Response:
    if answer.is_error:
        raise RefusedError(answer)
    return answer
