"""A vacancy becomes public by the act that was signed for it, once for each act; or by the district's policy (§6.1)."""

from datetime import datetime
from typing import Any
from uuid import UUID

from kezek.contracts.ids import new_id
from kezek.kindergartens.adapters import kindergartens, vacancies
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.domain.vacancy import NOBODY, Offer, Vacancy
from kezek.kindergartens.usecases.publishing import tell_of_vacancy
from kezek.platform.acts import Act
from kezek.platform.certificates import signer_name
from kezek.platform.db import Tx


async def publish_vacancy(
    tx: Tx, kindergarten: Kindergarten, offer: Offer, act: Act[Any, Any], received_at: datetime
) -> Vacancy:
    """Store and publish an offer that was judged, in the name of who signed; the caller has locked the kindergarten."""
    by, name = act.actor.person_id, signer_name(act.cms)
    vacancy = Vacancy(new_id(), kindergarten.id, kindergarten.district, offer, received_at, by, name)
    await _publish(tx, kindergarten, vacancy, act.id)
    return vacancy


async def publish_by_policy(tx: Tx, kindergarten: Kindergarten, offer: Offer, stay_id: UUID, at: datetime) -> Vacancy:
    """Store and publish the place that a stay has left, where no worker signs for it; the caller has locked the garden.

    The stay stands in for the act: what it has left is published once.
    """
    vacancy = Vacancy(new_id(), kindergarten.id, kindergarten.district, offer, at, NOBODY)
    await _publish(tx, kindergarten, vacancy, stay_id)
    return vacancy


async def _publish(tx: Tx, kindergarten: Kindergarten, vacancy: Vacancy, by: UUID) -> None:
    await vacancies.insert_vacancy(tx, vacancy, by)
    await kindergartens.update_vacancies(tx, kindergarten.id, kindergarten.vacancies + 1)
    await tell_of_vacancy(tx, vacancy, kindergarten.vacancies + 1)
