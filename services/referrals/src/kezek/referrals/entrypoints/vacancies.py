"""Routes of published vacancies: what became of each place, who annulled some and why, annulling them (domain §6.1)."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, Field

from kezek.contracts.access import Subject, Why
from kezek.contracts.lines import Remark
from kezek.contracts.texts import Text
from kezek.contracts.vocabulary import AnnulmentReason, GroupKind, InstructionLanguage, PlaceStatus
from kezek.platform.actors import Grant, Role
from kezek.platform.db import ReadTx
from kezek.platform.errors import NotFound
from kezek.platform.http.acts import ActsDep, PreparedAct, prepared
from kezek.platform.http.bodies import Body
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import Transaction
from kezek.platform.officers import officer_of
from kezek.referrals.adapters import candidates, copies, places
from kezek.referrals.adapters.annulments import AnnulmentRecord, list_annulments
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.place import Place
from kezek.referrals.entrypoints import permissions
from kezek.referrals.usecases.annul_places import AnnulPlaces, PlacesToAnnul, load_numbers, load_of_district
from kezek.referrals.usecases.find_referral import subject_of

router = APIRouter()
MayAnnul = Annotated[ReadingLog, reading(permissions.ANNUL)]


class AnnulmentBody(Body):
    """Which places are annulled, and why; of the reason `other` the remark tells."""

    place_ids: list[UUID] = Field(min_length=1, max_length=1000)
    reason: AnnulmentReason
    remark: Remark = ""


class AnnulmentView(BaseModel):
    """A signed annulment: by whom, as the certificate says it, and why; `turns` of its places were held for a child."""

    at: datetime
    officer_name: str | None
    reason: AnnulmentReason
    remark: str
    places: int
    turns: int

    @classmethod
    def of(cls, record: AnnulmentRecord) -> Self:
        """As it is shown."""
        return cls(**{name: getattr(record, name) for name in cls.model_fields})


class AnnulmentsView(BaseModel):
    """The annulments of a vacancy, oldest first."""

    items: list[AnnulmentView]


class VacancyPlaceView(BaseModel):
    """A place; while it is held for a turn, the number of that application and until when it may choose."""

    place_id: UUID
    ordinal: int
    status: PlaceStatus
    application_number: str | None
    held_until: datetime | None


class VacancyPlacesView(BaseModel):
    """What became of a vacancy's places, in their order, and what was annulled."""

    vacancy_id: UUID
    kindergarten_id: UUID
    kindergarten_name: Text | None
    group_year: int
    kind: GroupKind
    language: InstructionLanguage
    places: list[VacancyPlaceView]
    annulments: list[AnnulmentView]


@router.get("/vacancies/{vacancy_id}")
async def get_vacancy(vacancy_id: UUID, tx: Transaction, log: MayAnnul) -> VacancyPlacesView:
    """The places of a vacancy of the officer's district: free, held for whose turn, taken, annulled."""
    found = await load_of_district(tx, log.actor, vacancy_id)
    garden = await copies.kindergartens.find(tx, found[0].kindergarten_id)
    annulled = await list_annulments(tx, vacancy_id)
    holders = await _holders(tx, found)
    until = {each.turn.place_id: each.turn.term.ends_at for each in holders if each.turn}
    subjects = [*map(subject_of, holders), *_officers(annulled)]
    await log.note(officer_of(log.actor), Why.OPEN, subjects)
    first, numbers = found[0], await load_numbers(tx, found)
    return VacancyPlacesView(
        vacancy_id=vacancy_id,
        kindergarten_id=first.kindergarten_id,
        kindergarten_name=garden.name if garden else None,
        group_year=first.queue.group_year,
        kind=first.queue.kind,
        language=first.language,
        places=[_place_view(each, numbers.get(each.id), until.get(each.id)) for each in found],
        annulments=[AnnulmentView.of(each) for each in annulled],
    )


@router.post("/vacancies/{vacancy_id}/annulments/acts", status_code=201)
async def prepare_annulment(
    vacancy_id: UUID, body: AnnulmentBody, tx: Transaction, acts: ActsDep, log: MayAnnul
) -> PreparedAct:
    """What is to be signed to annul places that nobody has taken; a turn for which one is held ends without a miss."""
    wanted = PlacesToAnnul(
        vacancy_id=vacancy_id, place_ids=tuple(dict.fromkeys(body.place_ids)), reason=body.reason, remark=body.remark
    )
    act = await acts.prepare(tx, AnnulPlaces, log.actor, wanted)
    chosen = [each for each in await places.list_of_vacancy(tx, vacancy_id) if each.id in set(body.place_ids)]
    subjects = [*map(subject_of, await _holders(tx, chosen))]
    await log.note(officer_of(log.actor), Why.ACT, subjects, act_id=act.id)
    return prepared(act)


@router.get("/vacancies/{vacancy_id}/annulments")
async def get_annulments(
    vacancy_id: UUID, tx: Transaction, log: Annotated[ReadingLog, reading(permissions.READ_ANNULMENTS)]
) -> AnnulmentsView:
    """Who annulled places of a vacancy of one's own kindergarten, and why."""
    found = await places.list_of_vacancy(tx, vacancy_id)
    if not found or not log.actor.works_at(found[0].kindergarten_id):
        raise NotFound("vacancy_not_found")
    annulled = await list_annulments(tx, vacancy_id)
    await log.note(Grant(Role.WORKER, found[0].kindergarten_id), Why.OPEN, _officers(annulled))
    return AnnulmentsView(items=[AnnulmentView.of(each) for each in annulled])


def _officers(annulled: Iterable[AnnulmentRecord]) -> list[Subject]:
    return [Subject(person_id=each) for each in sorted({record.officer_id for record in annulled})]


async def _holders(tx: ReadTx, chosen: Sequence[Place]) -> list[Candidate]:
    """The children for whose turns some of these places are held."""
    held = [each.holder for each in chosen if each.holder and each.status is PlaceStatus.HELD]
    return [each for each in [await candidates.find_candidate(tx, one) for one in held] if each]


def _place_view(place: Place, number: str | None, until: datetime | None) -> VacancyPlaceView:
    return VacancyPlaceView(
        place_id=place.id, ordinal=place.ordinal, status=place.status, application_number=number, held_until=until
    )
