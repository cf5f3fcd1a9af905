"""A worker publishes free places with a signature; what is confirmed cannot be edited (domain §6.1)."""

from datetime import datetime
from uuid import UUID

from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import GroupKind, InstructionLanguage
from kezek.kindergartens.adapters import capacities, kindergartens
from kezek.kindergartens.domain.capacity import check_room
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.domain.statements import confirm_vacancy
from kezek.kindergartens.domain.vacancy import Offer, check_offer
from kezek.kindergartens.usecases.publish_vacancy import publish_vacancy
from kezek.platform import policies
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, NotFound, rules_hold
from kezek.platform.workdays import local_day


class VacancyProposal(ActModel):
    """What a worker filled in."""

    kindergarten_id: UUID
    language: InstructionLanguage
    group_year: int
    kind: GroupKind
    places: int

    @property
    def offer(self) -> Offer:
        """As the rules judge it."""
        return Offer(self.language, self.group_year, self.kind, self.places)


class VacancyFacts(VacancyProposal):
    """What must still hold of the kindergarten when the vacancy is published."""

    kindergarten_version: int
    district: str
    name: Text
    address: Text


class Confirmed(ActModel):
    """The vacancy that is published now."""

    vacancy_id: UUID


class ConfirmVacancy(SignedAct[VacancyProposal, VacancyFacts, Confirmed]):
    """The signed act; its subject is the kindergarten."""

    TYPE = "kindergartens.confirm-vacancy"
    OF_KINDERGARTEN = True

    async def draft(self, tx: Tx, actor: Actor, body: VacancyProposal) -> Draft[VacancyFacts]:
        """What the worker would sign.

        Raises:
            NotFound: `kindergarten_not_found`, also for somebody who does not work there.
            Conflict: for an offer outside the limits, or of more places than are free.
        """
        kindergarten = await kindergartens.load_kindergarten(tx, body.kindergarten_id)
        await self._check(tx, actor, kindergarten, body.offer, tx.now())
        language = actor.language.value
        name, address = kindergarten.name.in_(language), kindergarten.address.in_(language)
        sentences = confirm_vacancy(name, address, body.offer, language)
        return Draft(str(kindergarten.id), _facts(kindergarten, body), sentences)

    async def lock(self, tx: Tx, subject: str) -> None:
        """Keep the kindergarten as it is until the receipt is stored."""
        await kindergartens.share_kindergarten(tx, UUID(subject))

    async def perform(self, tx: Tx, act: Act[VacancyProposal, VacancyFacts], received_at: datetime) -> Confirmed:
        """Store and publish the vacancy, judged by the time of receipt.

        Raises:
            NotFound: `kindergarten_not_found`, also for somebody who does not work there any more.
            Conflict: `act_outdated`, an offer outside the limits, or of more places than are free by now.
        """
        kindergarten = await kindergartens.lock_kindergarten(tx, UUID(act.subject))
        offer = act.body.offer
        await self._check(tx, act.actor, kindergarten, offer, received_at)
        act.check_facts(_facts(kindergarten, act.body))
        vacancy = await publish_vacancy(tx, kindergarten, offer, act, received_at)
        return Confirmed(vacancy_id=vacancy.id)

    async def _check(self, tx: ReadTx, actor: Actor, kindergarten: Kindergarten, offer: Offer, at: datetime) -> None:
        if not await kindergartens.works_for(tx, actor, kindergarten.id):
            raise NotFound("kindergarten_not_found")
        if kindergarten.closed:
            raise Conflict("kindergarten_closed")
        policy = await policies.load(tx, kindergarten.district, local_day(at))
        with rules_hold():
            check_offer(offer, policy, local_day(at))
            check_room(await capacities.load_capacity(tx, kindergarten.id, offer.group), offer.places)


def _facts(kindergarten: Kindergarten, proposal: VacancyProposal) -> VacancyFacts:
    return VacancyFacts(
        **proposal.model_dump(),
        kindergarten_version=kindergarten.version,
        district=kindergarten.district,
        name=kindergarten.name,
        address=kindergarten.address,
    )
