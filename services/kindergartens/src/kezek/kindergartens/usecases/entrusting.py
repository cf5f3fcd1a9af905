"""Children are entrusted to escorts, or no more: stored, told to all, shown on open pages (domain §8.escorts).

Whoever comes here has locked the people concerned (`escorts.lock_people`).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kezek.contracts import kindergartens as events
from kezek.contracts.hints import HintKind, kindergarten, person
from kezek.contracts.ids import new_id
from kezek.contracts.vocabulary import EscortEnding, Language
from kezek.kindergartens.adapters import escorts, roster
from kezek.kindergartens.adapters.escorts import Entrusted
from kezek.kindergartens.adapters.staff import is_staff
from kezek.kindergartens.domain.escort import Entrustment, Escort
from kezek.kindergartens.domain.roster import Enrolment
from kezek.kindergartens.usecases.publishing import said_of
from kezek.platform.db import Tx
from kezek.platform.workdays import local_day


async def begin(tx: Tx, stay: Enrolment, escort: Escort, language: Language) -> None:
    """Store and tell that the child of this stay is entrusted to the escort from now on."""
    tie = Entrustment(new_id(), escort.id, stay.application_id, escort.phone, tx.now())
    await escorts.insert_entrustment(tx, tie)
    await _tell(tx, stay, Entrusted(tie, escort, language))


async def end_each(tx: Tx, ended: Iterable[Entrusted], because: EscortEnding) -> None:
    """End these entrustments and tell the escorts."""
    for each in ended:
        was = each.entrustment
        now = replace(was, ended_at=tx.now(), ended_because=because, version=was.version + 1)
        await escorts.update_ended(tx, now)
        stay = await roster.find_last(tx, now.application_id)
        if stay is not None:
            await _tell(tx, stay, replace(each, entrustment=now))


async def end(tx: Tx, ended: Sequence[Entrusted], because: EscortEnding) -> None:
    """End these entrustments and tell escorts and parents."""
    await end_each(tx, ended, because)
    counted = Counter(each.entrustment.application_id for each in ended)
    for application_id in sorted(counted):
        await tell_of_escorts(tx, application_id, ended=counted[application_id], because=because)


async def end_of_stays(tx: Tx, stays: Iterable[Enrolment]) -> None:
    """The children of these locked stays are entrusted to nobody any more: they have left (domain §8.escorts)."""
    ids = [each.application_id for each in stays]
    found = await escorts.list_of_children(tx, ids)
    await escorts.lock_people(tx, {each.escort.iin for each in found})
    await end(tx, await escorts.list_of_children(tx, ids), EscortEnding.DEPARTED)


async def end_of_staff(tx: Tx, kindergarten_id: UUID, iins: Sequence[str]) -> None:
    """These people work in the kindergarten from now on: its children are entrusted to them no more (§8.escorts)."""
    await escorts.lock_people(tx, iins)
    await end(tx, await escorts.list_at(tx, kindergarten_id, iins), EscortEnding.HIRED)


async def end_of_new_staff(tx: Tx, stays: Sequence[Enrolment]) -> None:
    """Escorts stay with children who have changed the kindergarten, but for those who work where they are now.

    The caller has locked the kindergartens, so that nobody begins to work there meanwhile (domain §8.escorts).
    """
    kindergarten_ids = {each.application_id: each.kindergarten_id for each in stays}
    found = await escorts.list_of_children(tx, kindergarten_ids)
    await escorts.lock_people(tx, {each.escort.iin for each in found})
    today = local_day(tx.now())
    ended = [
        each
        for each in await escorts.list_of_children(tx, kindergarten_ids)
        if await is_staff(tx, kindergarten_ids[each.entrustment.application_id], each.escort.iin, today)
    ]
    await end(tx, ended, EscortEnding.HIRED)


async def note_signed_in(tx: Tx, entrustment_id: UUID, at: datetime) -> None:
    """Have the parent see that the escort has signed in; said again, or too late, it changes nothing."""
    told = await escorts.update_signed_in(tx, entrustment_id, at)
    if told is not None:
        applicant_id, application_id = told
        tx.hint(person(applicant_id), HintKind.ESCORT, application_id)


async def forget_ended(tx: Tx, before: datetime) -> None:
    """Forget what ended before this instant, here and wherever it was told."""
    for each in await escorts.forget_ended(tx, before):
        await tx.erase(events.Escort, str(each))


async def tell_of_escorts(
    tx: Tx, application_id: UUID, *, added: int = 0, ended: int = 0, because: EscortEnding | None = None
) -> None:
    """Publish that a child's escorts have changed."""
    stay = await roster.find_last(tx, application_id)
    if stay is None or stay.applicant_id is None:
        return
    version = await escorts.next_version(tx, application_id)
    event = events.EscortsChanged(
        **said_of(stay),
        applicant_id=stay.applicant_id,
        added=added,
        ended=ended,
        entrusted=len(await escorts.list_of_children(tx, [application_id])),
        because=because,
    )
    await tx.publish(event, version=version)
    tx.hint(person(stay.applicant_id), HintKind.ESCORT, application_id, version)
    tx.hint(kindergarten(stay.kindergarten_id), HintKind.ESCORT, application_id, version)


async def _tell(tx: Tx, stay: Enrolment, of: Entrusted) -> None:
    event = events.Escort(
        entrustment_id=of.entrustment.id,
        application_id=of.entrustment.application_id,
        kindergarten_id=stay.kindergarten_id,
        iin=of.escort.iin,
        phone=of.entrustment.phone,
        language=of.language,
        ended_because=of.entrustment.ended_because,
    )
    await tx.publish(event, version=of.entrustment.version)
