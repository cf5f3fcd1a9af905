"""How a service keeps copies of policies and of the working calendar: one line in its consumers (domain §9)."""

from collections.abc import Awaitable, Callable

from kezek.contracts.queue import BenefitsPublished, CalendarPublished, PolicyPublished
from kezek.platform import calendar, policies
from kezek.platform.db import Tx
from kezek.platform.messaging.consumers import Consumers
from kezek.platform.messaging.records import Received

OnCalendar = Callable[[Tx, CalendarPublished], Awaitable[None]]
OnPolicy = Callable[[Tx, PolicyPublished], Awaitable[None]]


def keep_policies(
    consumers: Consumers,
    on_calendar: OnCalendar | None = None,
    on_policy: OnPolicy | None = None,
    *,
    with_benefits: bool = False,
) -> None:
    """Keep the copies that `policies.load` and `calendar.load` read; `on_calendar` is called for a year that is news.

    Who has terms of working days computes open ones once more there (domain §6.7). `on_policy` is called for each
    version: who has planned ahead by those of before plans anew. The list of benefits is kept by who needs it,
    `with_benefits`.
    """

    @consumers.on(PolicyPublished)
    async def on_policy_published(tx: Tx, event: PolicyPublished, _: Received) -> None:
        await policies.keep(tx, event)
        if on_policy is not None:
            await on_policy(tx, event)

    @consumers.on(CalendarPublished)
    async def on_calendar_published(tx: Tx, event: CalendarPublished, _: Received) -> None:
        if await calendar.keep(tx, event) and on_calendar is not None:
            await on_calendar(tx, event)

    if not with_benefits:
        consumers.ignore(BenefitsPublished, because="what gives a class is judged where applications are decided")
