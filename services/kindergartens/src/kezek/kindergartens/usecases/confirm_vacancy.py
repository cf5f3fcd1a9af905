"""A worker publishes free places with a signature; what is confirmed cannot be edited (domain §6.1)."""

from dataclasses import asdict
from datetime import datetime
from typing import Any
from uuid import UUID

from kezek.contracts.ids import new_id
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage
from kezek.kindergartens.adapters import kindergartens, vacancies
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.domain.statements import confirm_vacancy
from kezek.kindergartens.domain.vacancy import Offer, Vacancy, check_offer
from kezek.kindergartens.usecases.publishing import tell_of_vacancy
from kezek.platform import policies
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, Draft
from kezek.platform.clock import Clock
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, NotFound, rules_hold
from kezek.platform.workdays import local_day

CONFIRM_VACANCY = "kindergartens.confirm-vacancy"


class ConfirmVacancy:
    """The signed act; its body holds `kindergarten_id`, `language`, `group_year`, `kind` and `places`."""

    type = CONFIRM_VACANCY

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    async def draft(self, tx: Tx, actor: Actor, body: dict[str, Any]) -> Draft:
        """What the worker would sign.

        Raises:
            NotFound: `kindergarten_not_found`, also for somebody who does not work there.
            Conflict: for an offer outside the limits.
        """
        kindergarten = await kindergartens.load_kindergarten(tx, UUID(str(body["kindergarten_id"])))
        offer = _offer(body)
        await self._check(tx, actor, kindergarten, offer, self._clock.now())
        language = actor.language.value
        name, address = kindergarten.name.in_(language), kindergarten.address.in_(language)
        sentences = confirm_vacancy(name, address, offer, language)
        return Draft(str(kindergarten.id), _facts(kindergarten, offer), sentences)

    async def lock(self, tx: Tx, subject: str) -> None:
        """Keep the kindergarten as it is until the receipt is stored."""
        await kindergartens.share_kindergarten(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act, received_at: datetime) -> dict[str, Any]:
        """Store and publish the vacancy, judged by the time of receipt.

        Raises:
            NotFound: `kindergarten_not_found`, also for somebody who does not work there any more.
            Conflict: `act_outdated`, or an offer outside the limits.
        """
        kindergarten = await kindergartens.lock_kindergarten(tx, UUID(act.subject))
        offer = _offer(act.body)
        await self._check(tx, act.actor, kindergarten, offer, received_at)
        act.check_facts(_facts(kindergarten, offer))
        vacancy = Vacancy(new_id(), kindergarten.id, kindergarten.district, offer, received_at, act.actor.person_id)
        await vacancies.insert_vacancy(tx, vacancy, act.id)
        await kindergartens.update_vacancies(tx, kindergarten.id, kindergarten.vacancies + 1)
        await tell_of_vacancy(tx, vacancy, kindergarten.vacancies + 1)
        return {"vacancy_id": str(vacancy.id)}

    async def _check(self, tx: ReadTx, actor: Actor, kindergarten: Kindergarten, offer: Offer, at: datetime) -> None:
        if not await kindergartens.works_there(tx, actor, kindergarten.id):
            raise NotFound("kindergarten_not_found")
        if kindergarten.closed:
            raise Conflict("kindergarten_closed")
        policy = await policies.load(tx, kindergarten.district, local_day(at))
        with rules_hold():
            check_offer(offer, policy, local_day(at))


def _offer(body: dict[str, Any]) -> Offer:
    return Offer(
        language=InstructionLanguage(body["language"]),
        group_year=body["group_year"],
        kind=GroupKind(body["kind"]),
        places=body["places"],
    )


def _facts(kindergarten: Kindergarten, offer: Offer) -> dict[str, Any]:
    return {
        "kindergarten_id": str(kindergarten.id),
        "kindergarten_version": kindergarten.version,
        "district": kindergarten.district,
        "name": asdict(kindergarten.name),
        "address": asdict(kindergarten.address),
        **asdict(offer),
    }
