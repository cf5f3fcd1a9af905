"""An administrator sets single days of a year, or confirms it, with a signature (domain §9.calendar)."""

from datetime import date, datetime

from kezek.contracts.queue import CalendarPublished
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import rules_hold
from kezek.platform.workdays import local_day
from kezek.queue.adapters.publications import Kind, lock_publications, next_version
from kezek.queue.domain.changes import YearDays, check_calendar
from kezek.queue.domain.statements import calendar_sentences
from kezek.queue.usecases.change_rules import ChangeOfRules
from kezek.queue.usecases.publish import publish, signed_by
from kezek.queue.usecases.read_published import read_calendar


class CalendarProposal(ActModel):
    """All single days of a year that are set otherwise; the others are as weekdays and holidays have them."""

    year: int
    worked: tuple[date, ...]
    free: tuple[date, ...]
    confirmed: bool

    def days(self) -> YearDays:
        """As the rules judge them."""
        return YearDays(frozenset(self.worked), frozenset(self.free), self.confirmed)


class CalendarFacts(CalendarProposal):
    """The version as it would be published, and the days as they are set now."""

    version: int
    before: CalendarProposal


class CalendarChanged(ActModel):
    """The version of the calendar that is published."""

    year: int
    version: int


class ChangeCalendar(ChangeOfRules[CalendarProposal, CalendarFacts, CalendarChanged]):
    """The signed act; its subject is all that is published."""

    TYPE = "queue.change-calendar"

    async def draft(self, tx: Tx, actor: Actor, body: CalendarProposal) -> Draft[CalendarFacts]:
        """What the administrator would sign.

        Raises:
            NotFound: `calendar_year_not_found`.
            Conflict: for days that may not be changed.
        """
        facts = await self._facts(tx, await read_calendar(tx, body.year), body, tx.now())
        sentences = calendar_sentences(body.year, facts.before.days(), body.days(), actor.language.value)
        return Draft("rules", facts, sentences)

    async def perform(
        self, tx: Tx, act: Act[CalendarProposal, CalendarFacts], received_at: datetime
    ) -> CalendarChanged:
        """Publish the year, judged by the day of receipt.

        Raises:
            Conflict: `act_outdated`, or days that may not be changed any more.
        """
        await lock_publications(tx)
        now = await read_calendar(tx, act.body.year)
        facts = await self._facts(tx, now, act.body, received_at)
        act.check_facts(facts)
        year = CalendarPublished(
            year=now.year,
            version=facts.version,
            holidays=now.holidays,
            worked=facts.worked,
            free=facts.free,
            confirmed=facts.confirmed,
        )
        await publish(tx, year, signed_by(act))
        return CalendarChanged(year=year.year, version=year.version)

    async def _facts(self, tx: ReadTx, now: CalendarPublished, body: CalendarProposal, at: datetime) -> CalendarFacts:
        before = CalendarProposal(year=now.year, worked=now.worked, free=now.free, confirmed=now.confirmed)
        with rules_hold():
            check_calendar(before.days(), body.days(), local_day(at))
        version = max(await next_version(tx, Kind.CALENDAR), now.version + 1)
        return CalendarFacts(**vars(body), version=version, before=before)
