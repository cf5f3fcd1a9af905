"""The ways out by which auth itself reaches people: codes and letters never travel over Kafka."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from kezek.auth.domain.contact import Channel
from kezek.platform.clients import http_client
from kezek.platform.providers import Provider
from kezek.platform.providers.mail import Mailer
from kezek.platform.providers.settings import ProviderSettings
from kezek.platform.providers.sms import SmsGateway


@asynccontextmanager
async def open_providers(settings: ProviderSettings) -> AsyncIterator[dict[Channel, Provider]]:
    """E-mail and SMS, as long as they are needed."""
    async with (
        http_client(base_url=settings.sms_url, timeout=settings.provider_timeout_s) as client,
        Mailer(settings) as mailer,
    ):
        yield {Channel.EMAIL: mailer, Channel.PHONE: SmsGateway(client, settings.sms_api_key)}
