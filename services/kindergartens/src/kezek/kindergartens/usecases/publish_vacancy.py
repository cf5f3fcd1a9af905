"""A vacancy becomes public by the act that was signed for it: once for each act (domain §6.1)."""

from datetime import datetime
from typing import Any

from kezek.contracts.ids import new_id
from kezek.kindergartens.adapters import kindergartens, vacancies
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.domain.vacancy import Offer, Vacancy
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
    await vacancies.insert_vacancy(tx, vacancy, act.id)
    await kindergartens.update_vacancies(tx, kindergarten.id, kindergarten.vacancies + 1)
    await tell_of_vacancy(tx, vacancy, kindergarten.vacancies + 1)
    return vacancy
