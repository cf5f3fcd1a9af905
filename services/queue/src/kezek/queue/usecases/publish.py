"""Publishing a version of a policy, a year of the calendar or the benefits; and first of all what is shipped."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from kezek.contracts.benefits import SHIPPED_BENEFITS
from kezek.contracts.policy import REFERRAL_PROFILE
from kezek.contracts.queue import BenefitsPublished, CalendarPublished, PolicyPublished
from kezek.platform import calendar, policies
from kezek.platform.acts import Act
from kezek.platform.certificates import signer_name
from kezek.platform.db import Tx
from kezek.platform.kazakhstan import default_calendar, holidays_of
from kezek.platform.public_holidays import OF_YEAR
from kezek.platform.workdays import local_day
from kezek.queue.adapters.publications import (
    Publication,
    Signed,
    insert_publication,
    known_keys,
    lock_publications,
)

EVER = date(min(OF_YEAR), 1, 1)


async def publish(tx: Tx, event: Publication, signed: Signed | None = None) -> None:
    """Keep a version, judge by it here, and tell all others; under the lock of publications."""
    if not await insert_publication(tx, event, tx.now(), signed):
        raise RuntimeError(f"{event.key()} had version {event.version} before")
    match event:
        case PolicyPublished():
            await policies.keep(tx, event)
        case CalendarPublished():
            await calendar.keep(tx, event)
        case BenefitsPublished():
            pass
    await tx.publish(event, version=event.version)


def signed_by(act: Act[Any, Any]) -> Signed:
    """By which act, and by whom, as the certificate of the signature calls them."""
    return Signed(act.id, act.actor.person_id, signer_name(act.cms))


async def publish_shipped(tx: Tx) -> int:
    """Publish what is shipped and was never published: all of it in a fresh installation; how much it was."""
    await lock_publications(tx)
    known = await known_keys(tx)
    missing = [event for event in shipped(local_day(tx.now()).year) if event.key() not in known]
    for event in missing:
        await publish(tx, event)
    return len(missing)


def shipped(year: int) -> Iterator[Publication]:
    """What holds where nothing else was published: the policy, the calendar from this year on, the benefits."""
    yield PolicyPublished(district=None, version=1, in_force_from=EVER, policy=REFERRAL_PROFILE)
    yield from (shipped_year(each) for each in OF_YEAR if each >= year)
    yield BenefitsPublished(version=1, benefits=SHIPPED_BENEFITS)


def shipped_year(year: int) -> CalendarPublished:
    """A year of the calendar as shipped.

    Raises:
        KeyError: the year is beyond those shipped.
    """
    calendar_ = default_calendar()
    return CalendarPublished(
        year=year,
        version=calendar_.version,
        holidays=holidays_of(year),
        worked=tuple(sorted(day for day in calendar_.worked if day.year == year)),
        free=tuple(sorted(day for day in calendar_.free if day.year == year)),
        confirmed=date(year, 12, 31) <= calendar_.confirmed_until,
    )
