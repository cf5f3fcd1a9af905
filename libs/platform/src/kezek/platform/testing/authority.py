"""A certificate authority that answers over real HTTP, well or badly, and what people sign with its certificates."""

import asyncio
import gzip
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import uvicorn
from cryptography import x509
from cryptography.x509 import ocsp
from fastapi import FastAPI, Request, Response

from kezek.eds.revocation import name_and_key_hash
from kezek.eds.testing import Certified, Revoked, Said, make_crl, make_ocsp, refuse_ocsp
from kezek.platform.clock import Clock
from kezek.platform.testing.signing import Signing

_HOLDS = timedelta(hours=1)


@dataclass
class Authority:
    """Root and intermediate answer at `/top/…` and `/issuing/…`; each knob spoils what it names."""

    url: str
    clock: Clock
    signing: Signing
    revoked: list[Revoked] = field(default_factory=list)
    asked: Counter[str] = field(default_factory=Counter)
    down: set[str] = field(default_factory=set)
    redirect_to: str = ""
    padding: bytes = b""
    packed: bool = False
    delay: asyncio.Event | None = None

    def revoke(self, certificate: x509.Certificate, at: datetime | None = None) -> None:
        """This certificate counts no more since this instant, or now."""
        self.revoked.append(Revoked(certificate.serial_number, at or self.clock.now()))

    def app(self) -> FastAPI:
        """The authority's web site."""
        app = FastAPI()
        for level, issuer in (("top", self.signing.root), ("issuing", self.signing.authority)):
            app.add_api_route(f"/{level}/ocsp", self._ocsp(issuer), methods=["POST"])
            app.add_api_route(f"/{level}/crl", self._crl(issuer), methods=["GET"])
        return app

    def _ocsp(self, issuer: Certified):  # type: ignore[no-untyped-def]  # noqa: ANN202 - a route for each issuer
        async def answer(request: Request) -> Response:
            asked = ocsp.load_der_ocsp_request(await request.body())
            if (asked.issuer_name_hash, asked.issuer_key_hash) != name_and_key_hash(issuer.certificate):
                return Response(refuse_ocsp("unauthorized"))
            nonce = asked.extensions.get_extension_for_class(x509.OCSPNonce).value.nonce
            since = {each.serial: each.at for each in self.revoked}.get(asked.serial_number)
            now = self.clock.now()
            said = Said("good", now, now + _HOLDS, since, nonce)
            return await self._answered("ocsp", make_ocsp(asked.serial_number, issuer, said, now))

        return answer

    def _crl(self, issuer: Certified):  # type: ignore[no-untyped-def]  # noqa: ANN202 - the same
        async def answer() -> Response:
            now = self.clock.now()
            return await self._answered("crl", make_crl(issuer, self.revoked, now, now + _HOLDS))

        return answer

    async def _answered(self, kind: str, der: bytes) -> Response:
        self.asked[kind] += 1
        if self.delay is not None:
            await self.delay.wait()
        if self.redirect_to:
            return Response(status_code=302, headers={"location": self.redirect_to})
        if kind in self.down:
            return Response(status_code=503)
        if self.packed:
            return Response(gzip.compress(der), headers={"content-encoding": "gzip"})
        return Response(der + self.padding)


@asynccontextmanager
async def certificate_authority(folder: Path, clock: Clock, *, gost: bool = False) -> AsyncIterator[Authority]:
    """An authority that listens; its certificates name its address."""
    config = uvicorn.Config("", port=0, log_level="warning", access_log=False, lifespan="off")
    socket = config.bind_socket()
    url = f"http://127.0.0.1:{socket.getsockname()[1]}"
    authority = Authority(url, clock, Signing(folder, where=url, gost=gost))
    config.app = authority.app()
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server._serve([socket]))  # noqa: SLF001 - `serve` would take over the signals
    try:
        yield authority
    finally:
        if authority.delay is not None:
            authority.delay.set()
        server.should_exit = True
        await serving
