"""A certificate authority that answers over real HTTP, well or badly, and what people sign with its certificates."""

import asyncio
import gzip
import hashlib
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

from kezek.eds.ocsp import name_and_key_hash
from kezek.eds.testing import Certified, Revoked, Said, make_crl, make_ocsp, refuse_ocsp
from kezek.platform.clock import Clock
from kezek.platform.http.files import serve_file
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
    published: dict[str, bytes] = field(default_factory=dict)
    """Files that lie there as they are, by path (`issuing/crl`, `issuing/delta`), instead of a list made each time."""
    cut_after: list[int] = field(default_factory=list)
    """After how many bytes each of the next downloads of such a file breaks off."""
    ranges: list[str | None] = field(default_factory=list)
    delegate: Certified | None = None
    """Who answers by OCSP for the issuing authority in its name."""

    def revoke(self, certificate: x509.Certificate, at: datetime | None = None) -> None:
        """This certificate counts no more since this instant, or now."""
        self.revoked.append(Revoked(certificate.serial_number, at or self.clock.now()))

    def app(self) -> FastAPI:
        """The authority's web site."""
        app = FastAPI()
        for level, issuer in (("top", self.signing.root), ("issuing", self.signing.authority)):
            app.add_api_route(f"/{level}/ocsp", self._ocsp(issuer), methods=["POST"])
            app.add_api_route(f"/{level}/crl", self._crl(issuer), methods=["GET"])
            app.add_api_route(f"/{level}/delta", self._file, methods=["GET"])
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
            delegate = self.delegate if issuer == self.signing.authority else None
            return await self._answered("ocsp", make_ocsp(asked.serial_number, issuer, said, now, delegate))

        return answer

    def _crl(self, issuer: Certified):  # type: ignore[no-untyped-def]  # noqa: ANN202 - the same
        async def answer(request: Request) -> Response:
            if request.url.path.strip("/") in self.published:
                return await self._file(request)
            now = self.clock.now()
            return await self._answered("crl", make_crl(issuer, self.revoked, now, now + _HOLDS))

        return answer

    async def _file(self, request: Request) -> Response:
        """One of the published files, in pieces and with its version."""
        path = request.url.path.strip("/")
        kind, body = path.rpartition("/")[2], self.published.get(path)
        self.ranges.append(request.headers.get("range"))
        if body is None or kind in self.down:
            return await self._answered(kind, b"") if body else Response(status_code=404)
        self.asked[kind] += 1
        if self.delay is not None:
            await self.delay.wait()
        cut = self.cut_after.pop(0) if self.cut_after else None
        return serve_file(request, body, hashlib.sha256(body).hexdigest(), cut_after=cut)

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
async def certificate_authority(
    folder: Path, clock: Clock, *, gost: bool = False, deltas: bool = False
) -> AsyncIterator[Authority]:
    """An authority that listens; its certificates name its address."""
    config = uvicorn.Config("", port=0, log_level="warning", access_log=False, lifespan="off")
    socket = config.bind_socket()
    url = f"http://127.0.0.1:{socket.getsockname()[1]}"
    authority = Authority(url, clock, Signing(folder, where=url, gost=gost, deltas=deltas))
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
