"""A parent names escorts of children who are enrolled, and entrusts others of theirs to them (domain §8.escorts)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from kezek.contracts.ids import new_id
from kezek.contracts.iin import birth_date_of
from kezek.contracts.vocabulary import EscortEnding, Language
from kezek.kindergartens.adapters import escorts, roster, staff
from kezek.kindergartens.domain.escort import Escort, check_age, check_numbers
from kezek.kindergartens.domain.roster import EnrolledChild, check_present
from kezek.kindergartens.usecases.ask_register import Said
from kezek.kindergartens.usecases.check_escort import check_found, check_later
from kezek.kindergartens.usecases.entrusting import begin, end_each, tell_of_escorts
from kezek.platform import policies
from kezek.platform.actors import Actor
from kezek.platform.db import Tx
from kezek.platform.errors import Conflict, NotFound, rules_hold
from kezek.platform.workdays import local_day

_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Naming:
    """Whom a parent names, for which of their children: those of these applications."""

    iin: str
    name: str
    phone: str
    application_ids: tuple[UUID, ...]

    def __repr__(self) -> str:
        """Without anything of the person, so that no log can hold it."""
        return "Naming()"


@dataclass(frozen=True)
class Change:
    """An escort's phone, and all children of the parent whom they may bring and fetch from now on."""

    phone: str
    application_ids: tuple[UUID, ...]

    def __repr__(self) -> str:
        """Without anything of the person, so that no log can hold it."""
        return "Change()"


async def name_escort(tx: Tx, actor: Actor, naming: Naming, said: Said, most_a_day: int) -> Escort:
    """Name an escort, or say anew who it is, and entrust these children to them besides those they have.

    While the register is silent they are taken as named, and checked later.

    Raises:
        NotFound: `enrolment_not_found` for a child that is not the parent's own, or in no kindergarten.
        Conflict: `escort_is_applicant`, `escort_not_in_register`, `escort_name_differs`, `escort_too_young`,
            `escort_on_staff`, `too_many_escorts`, `too_many_children_of_escort`, `too_many_entrustments`,
            `child_not_in_group`.
    """
    if naming.iin == actor.iin:
        raise Conflict("escort_is_applicant")
    children = await _lock_children(tx, actor, naming.application_ids)
    await escorts.lock_people(tx, [naming.iin])
    await _check_person(tx, naming.iin, naming.name, said, children)
    named = Escort(new_id(), actor.person_id, naming.iin, naming.name, naming.phone, checked=not said.silent)
    before = await _find_own(tx, actor, naming.iin)
    escort = await escorts.put_escort(tx, named, actor.language)
    if said.silent:
        await check_later(tx, escort.id)
    await _entrust(tx, actor.language, escort, before, children, keep_others=True)
    await _check_how_many(tx, actor, most_a_day)
    return escort


async def change_escort(tx: Tx, actor: Actor, escort_id: UUID, change: Change, said: Said, most_a_day: int) -> Escort:
    """Give an escort another phone, and exactly these children of the parent (domain §8.escorts).

    Whom the register has not confirmed is confirmed or refused now, or checked later while it is silent; whom it has
    denied is not entrusted again while it is silent.

    Raises:
        NotFound: `escort_not_found`, also for another parent's; `enrolment_not_found`.
        Conflict: as `name_escort`.
    """
    children = await _lock_children(tx, actor, change.application_ids)
    before = await _lock_own(tx, actor, escort_id)
    checked = before.checked or bool(children and await _is_confirmed(tx, before, said, children))
    changed = replace(before, phone=change.phone, checked=checked)
    await escorts.put_escort(tx, changed, actor.language)
    if not changed.checked:
        await check_later(tx, changed.id)
    await _entrust(tx, actor.language, changed, before, children, keep_others=False)
    if children:  # who is entrusted with less may always be
        await _check_how_many(tx, actor, most_a_day)
    return changed


async def remove_escort(tx: Tx, actor: Actor, escort_id: UUID) -> None:
    """Entrust no child of the parent to an escort any more; it holds at once.

    Raises:
        NotFound: `escort_not_found`, also for another parent's.
    """
    escort = await _lock_own(tx, actor, escort_id)
    await _entrust(tx, actor.language, escort, escort, [], keep_others=False)


async def _lock_children(tx: Tx, actor: Actor, application_ids: Collection[UUID]) -> list[EnrolledChild]:
    """Those children of the parent, whose stays stay as they are: so each has five escorts at most, whoever adds."""
    children = await roster.load_own_present(tx, actor.person_id, application_ids)
    for each in children:
        with rules_hold():
            check_present(await roster.lock_enrolment(tx, each.enrolment.id))
    return children


async def _lock_own(tx: Tx, actor: Actor, escort_id: UUID) -> Escort:
    found = await escorts.find_escort(tx, escort_id)
    if found is None or found.applicant_id != actor.person_id:
        raise NotFound("escort_not_found")
    await escorts.lock_people(tx, [found.iin])
    found = await escorts.find_escort(tx, escort_id)
    if found is None:
        raise NotFound("escort_not_found")
    return found


async def _find_own(tx: Tx, actor: Actor, iin: str) -> Escort | None:
    return next((each for each in await escorts.list_own(tx, actor.person_id) if each.iin == iin), None)


async def _is_confirmed(tx: Tx, escort: Escort, said: Said, children: Sequence[EnrolledChild]) -> bool:
    """Whether the register confirms them; silence is no, and not enough where it has denied them before."""
    if said.silent and await escorts.is_denied(tx, escort.id):
        raise Conflict("escort_not_in_register")
    await _check_person(tx, escort.iin, escort.name, said, children)
    return not said.silent


async def _check_how_many(tx: Tx, actor: Actor, most_a_day: int) -> None:
    """Each is told by SMS, at a phone that the parent typed."""
    if await escorts.count_begun(tx, actor.person_id, tx.now() - _A_DAY) > most_a_day:
        raise Conflict("too_many_entrustments", most=most_a_day)


async def _check_person(tx: Tx, iin: str, name: str, said: Said, children: Sequence[EnrolledChild]) -> None:
    today = local_day(tx.now())
    with rules_hold():
        if not said.silent:
            check_found(name, said.person)
        born = said.person.birth_date if said.person else birth_date_of(iin)
        for each in children:
            check_age(born, await policies.load(tx, each.enrolment.district, today), today)


async def _entrust(
    tx: Tx,
    language: Language,
    escort: Escort,
    before: Escort | None,
    children: Sequence[EnrolledChild],
    *,
    keep_others: bool,
) -> None:
    """Have the escort be entrusted with these children, and perhaps with those they had before.

    Of another phone the former one is told that it ends, and the new one that it begins.
    """
    had = {each.entrustment.application_id: each for each in await escorts.list_of_escort(tx, escort.id)}
    wanted = {each.enrolment.application_id: each for each in children}
    if keep_others:
        wanted = {**await _present(tx, escort, had), **wanted}
    moved = before is not None and before.phone != escort.phone
    ended = [each for each in had.values() if moved or each.entrustment.application_id not in wanted]
    begun = [each for key, each in sorted(wanted.items()) if moved or key not in had]
    await end_each(tx, ended, EscortEnding.PARENT)
    for child in begun:
        await _check_child(tx, escort, child)
        await begin(tx, child.enrolment, escort, language)
    gone, come = (
        {each.entrustment.application_id for each in ended},
        {each.enrolment.application_id for each in begun},
    )
    for application_id in sorted(gone | come):
        because = EscortEnding.PARENT if application_id in gone else None
        counts = {"added": int(application_id in come), "ended": int(application_id in gone)}
        await tell_of_escorts(tx, application_id, **counts, because=because)


async def _present(tx: Tx, escort: Escort, had: Collection[UUID]) -> dict[UUID, EnrolledChild]:
    own = await roster.list_own_present(tx, escort.applicant_id)
    return {each.enrolment.application_id: each for each in own if each.enrolment.application_id in had}


async def _check_child(tx: Tx, escort: Escort, child: EnrolledChild) -> None:
    stay, today = child.enrolment, local_day(tx.now())
    if await staff.is_staff(tx, stay.kindergarten_id, escort.iin, today):
        raise Conflict("escort_on_staff")
    of_child = len(await escorts.list_of_children(tx, [stay.application_id]))
    of_escort = await escorts.count_children(tx, escort.iin)
    policy = await policies.load(tx, stay.district, today)
    with rules_hold():
        check_numbers(str(stay.application_id), of_child, of_escort, policy)
