"""Tells the others what kindergartens owns, as versioned state."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from kezek.contracts import kindergartens as events
from kezek.contracts.hints import HintKind, person
from kezek.contracts.values import QueueRef
from kezek.kindergartens.domain.kindergarten import District, Kindergarten
from kezek.kindergartens.domain.roster import Departure, EnrolledChild, Enrolment
from kezek.kindergartens.domain.sheet import ClosedSheet
from kezek.kindergartens.domain.vacancy import Vacancy
from kezek.platform.db import Tx


async def tell_of_district(tx: Tx, district: District) -> None:
    """Publish a district's whole state."""
    event = events.District(code=district.code, name=district.name)
    await tx.publish(event, version=district.version)


async def tell_of_kindergarten(tx: Tx, kindergarten: Kindergarten) -> None:
    """Publish a kindergarten's whole state."""
    event = events.Kindergarten(
        kindergarten_id=kindergarten.id,
        district=kindergarten.district,
        name=kindergarten.name,
        address=kindergarten.address,
        phone=kindergarten.phone,
        ownership=kindergarten.ownership,
        closed=kindergarten.closed,
        closed_at=kindergarten.closed_at,
        website=kindergarten.website,
        location=kindergarten.location,
        bin=kindergarten.bin,
    )
    await tx.publish(event, version=kindergarten.version)


async def tell_of_vacancy(tx: Tx, vacancy: Vacancy, version: int) -> None:
    """Publish a vacancy; the version counts the vacancies of its kindergarten."""
    event = events.VacancyConfirmed(
        vacancy_id=vacancy.id,
        kindergarten_id=vacancy.kindergarten_id,
        queue=QueueRef(vacancy.district, vacancy.offer.kind, vacancy.offer.group_year),
        language=vacancy.offer.language,
        places=vacancy.offer.places,
        confirmed_at=vacancy.confirmed_at,
    )
    await tx.publish(event, version=version)


def said_of(stay: Enrolment) -> dict[str, Any]:
    """What every event of an enrolled child says of its stay: whose it is, where, in which queue, since when."""
    return {
        "application_id": stay.application_id,
        "kindergarten_id": stay.kindergarten_id,
        "queue": stay.queue,
        "language": stay.group.language,
        "since": stay.since,
    }


async def tell_of_regrouping(tx: Tx, begun: Enrolment) -> None:
    """Publish that a child is in another group of its kindergarten from now on."""
    event = events.ChildRegrouped(**said_of(begun))
    await tx.publish(event, version=begun.version, occurred_at=begun.moved_at)


async def tell_of_swapped(tx: Tx, begun: Enrolment, swap_id: UUID) -> None:
    """Publish that a child is in another kindergarten from now on, by this swap."""
    event = events.ChildSwapped(**said_of(begun), swap_id=swap_id)
    await tx.publish(event, version=begun.version, occurred_at=begun.moved_at)


async def tell_of_sheet(tx: Tx, sheet: ClosedSheet) -> None:
    """Publish a group's closed month; of a reopened one no children any more."""
    reopened = sheet.reopening
    children = [] if reopened else [events.SheetChild(**vars(each)) for each in sheet.children]
    event = events.AttendanceSheet(
        sheet_id=sheet.id,
        number=sheet.number,
        kindergarten_id=sheet.kindergarten_id,
        group_year=sheet.group.group_year,
        language=sheet.group.language,
        kind=sheet.group.kind,
        month=sheet.month,
        children=tuple(children),
        not_worked=sheet.not_worked,
        digest=sheet.digest,
        act_id=sheet.act_id,
        closed_at=sheet.closed_at,
        closed_by_name=sheet.closed_by_name,
        reopened_at=reopened.at if reopened else None,
    )
    await tx.publish(event, version=sheet.version)


async def tell_parents(tx: Tx, sheet: ClosedSheet, children: Iterable[EnrolledChild]) -> None:
    """Publish that each child's month waits for its parent's word, or does so no more; the version is the sheet's."""
    step = events.ChildMonthReopened if sheet.reopening else events.ChildMonthClosed
    for stay in (each.enrolment for each in children):
        if stay.applicant_id is None:
            continue
        event = step(**said_of(stay), sheet_id=sheet.id, applicant_id=stay.applicant_id, month=sheet.month)
        await tx.publish(event, version=sheet.version)
        tx.hint(person(stay.applicant_id), HintKind.ATTENDANCE, stay.application_id)


async def tell_of_departure(tx: Tx, enrolment: Enrolment, departure: Departure) -> None:
    """Publish that a child has left; the version counts the steps of its stay under this application."""
    event = events.ChildDeparted(**said_of(enrolment), left_on=departure.left_on, reason=departure.reason)
    await tx.publish(event, version=enrolment.version, occurred_at=enrolment.ended_at)
