"""TLS to servers: a certificate of ours is taken, anybody else's is not, by every client."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa
from aiokafka import AIOKafkaClient
from aiokafka.errors import KafkaConnectionError
from aiosmtpd.smtp import SMTP, AuthResult

from kezek.platform.clock import SystemClock
from kezek.platform.db import Database
from kezek.platform.providers import UnclearError
from kezek.platform.providers.mail import Mailer
from kezek.platform.providers.settings import ProviderSettings
from kezek.platform.settings import Settings
from kezek.platform.testing.certificates import Certified
from kezek.platform.testing.entrances import tls_before
from kezek_local.stack import Stack


def at(settings: Settings, port: int, servers: Stack, **values: Any) -> Settings:
    url = settings.database_url.replace(f":{servers.ports.postgres}/", f":{port}/")
    return settings.model_copy(update={"database_url": url, **values})


async def test_postgresql_is_spoken_to_by_its_certificate(
    settings: Settings, servers: Stack, ours: Certified, theirs: Certified
) -> None:
    async with tls_before(servers.ports.postgres, ours, asked=True) as port:
        database = Database(at(settings, port, servers, database_ca_file=ours.ca_file), "probe", SystemClock())
        assert await database.answers()
        await database.close()
        deceived = Database(at(settings, port, servers, database_ca_file=theirs.ca_file), "probe", SystemClock())
        with pytest.raises(ssl.SSLCertVerificationError):
            async with deceived.read() as tx:
                await tx.value(sa.text("select true"))
        await deceived.close()


async def test_a_postgresql_that_has_no_tls_is_refused_when_it_is_asked_for(
    settings: Settings, ours: Certified
) -> None:
    database = Database(settings.model_copy(update={"database_ca_file": ours.ca_file}), "probe", SystemClock())
    with pytest.raises(ConnectionError):
        async with database.read() as tx:
            await tx.value(sa.text("select true"))
    await database.close()


async def test_kafka_is_spoken_to_by_its_certificate(servers: Stack, ours: Certified, theirs: Certified) -> None:
    async with tls_before(servers.ports.kafka, ours) as port:
        there = replace(servers.kafka("queue"), bootstrap=f"127.0.0.1:{port}", ca_file=ours.ca_file)
        await bootstrap(there.options())
        with pytest.raises(KafkaConnectionError):
            await bootstrap(replace(there, ca_file=theirs.ca_file).options())


async def bootstrap(options: dict[str, Any]) -> None:
    client = AIOKafkaClient(**options, request_timeout_ms=5000)
    try:
        await client.bootstrap()
    finally:
        await client.close()


@asynccontextmanager
async def mail_server(server: Certified) -> AsyncIterator[tuple[int, list[Any]]]:
    """An SMTP server that takes mail over STARTTLS from who knows the password, and what it took."""
    taken: list[Any] = []

    class Taking:
        async def handle_DATA(self, _server: SMTP, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
            taken.append(envelope)
            return "250 OK"

    def knows(_server: Any, _session: Any, _envelope: Any, _mechanism: str, data: Any) -> AuthResult:
        return AuthResult(success=data.password == b"right", handled=False)

    def protocol() -> SMTP:
        return SMTP(
            Taking(), tls_context=server.context(), require_starttls=True, authenticator=knows, auth_required=True
        )

    listening = await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", 0)
    async with listening:
        yield listening.sockets[0].getsockname()[1], taken


MAIL = SimpleNamespace(id=uuid4(), recipient="somebody@example.kz", subject="a subject", text="a text")


async def test_mail_goes_out_over_tls_and_by_name(ours: Certified, theirs: Certified) -> None:
    async with mail_server(ours) as (port, taken):

        def mailer(**values: Any) -> Mailer:
            given = {"smtp_port": port, "smtp_user": "kezek", "smtp_password": "right", "smtp_ca_file": ours.ca_file}
            return Mailer(ProviderSettings(database_url="", environment="sandbox", **{**given, **values}))

        async with mailer() as right:
            await right.send(MAIL)
        for wrong in ({"smtp_ca_file": theirs.ca_file}, {"smtp_password": "wrong"}, {"smtp_ca_file": None}):
            with pytest.raises(UnclearError):
                await mailer(**wrong).send(MAIL)
        assert [envelope.rcpt_tos for envelope in taken] == [["somebody@example.kz"]]
