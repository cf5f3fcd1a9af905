"""The worker of notifications: `python -m kezek.notifications.main_worker`."""

from datetime import timedelta

import httpx

from kezek.contracts.vocabulary import Channel
from kezek.notifications.entrypoints.consumers import build_consumers
from kezek.notifications.settings import NotificationsSettings
from kezek.notifications.usecases.send_messages import Limits, Sender
from kezek.notifications.usecases.tell_escort import TellEscort
from kezek.notifications.usecases.tell_family import JOB, TellFamily
from kezek.notifications.usecases.tell_owner import TellOwner
from kezek.notifications.usecases.wait_for_morning import release
from kezek.platform.clients import http_client
from kezek.platform.clock import Clock, clock_from
from kezek.platform.db import Database
from kezek.platform.providers import Provider
from kezek.platform.providers.mail import Mailer
from kezek.platform.providers.sms import SmsGateway
from kezek.platform.worker import Worker


async def send_messages(settings: NotificationsSettings, database: Database, clock: Clock) -> None:
    """Send what is due until cancelled."""
    async with (
        http_client(base_url=settings.sms_url, timeout=settings.provider_timeout_s) as client,
        Mailer(settings) as mailer,
    ):
        await build_sender(settings, database, clock, client, mailer).run()


def build_sender(
    settings: NotificationsSettings, database: Database, clock: Clock, client: httpx.AsyncClient, mailer: Mailer
) -> Sender:
    """The sender with its providers."""
    limits = Limits(settings.lease_s, settings.provider_timeout_s, settings.most_tries, settings.sending_at_once)
    providers: dict[Channel, Provider] = {Channel.SMS: SmsGateway(client, settings.sms_api_key), Channel.EMAIL: mailer}
    return Sender(database, clock, providers, limits)


def build_worker(settings: NotificationsSettings) -> Worker:
    """The worker, not yet running."""
    clock = clock_from(settings)
    told_within = timedelta(days=settings.told_within_days)
    tell_family = TellFamily(clock, settings.public_url, told_within)
    tell_owner = TellOwner(clock, settings.public_url, told_within)
    tell_escort = TellEscort(clock, settings.public_url, told_within)
    worker = Worker("notifications", settings, build_consumers(tell_family, tell_owner, tell_escort))
    worker.add_jobs({JOB: tell_family.work})
    worker.add_timers(release)
    worker.add_background(lambda: send_messages(settings, worker.database, worker.clock))
    return worker


if __name__ == "__main__":
    build_worker(NotificationsSettings()).run()
