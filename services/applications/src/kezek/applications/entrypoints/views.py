"""Rows of the journal as answers, in the person's language."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from kezek.applications.domain.intake import RegisteredPerson, check_age
from kezek.applications.domain.policy import load_policy
from kezek.applications.domain.rules import RuleBrokenError
from kezek.applications.domain.texts import DOCUMENTS, history_text, state_text
from kezek.applications.entrypoints.schemas import (
    ApplicationView,
    ChildView,
    DistrictView,
    DocumentView,
    HistoryView,
    InformationView,
    KindergartenView,
    PersonView,
    ReferralView,
    StateView,
    TurnView,
)
from kezek.contracts.languages import Language, Text
from kezek.contracts.queues import GroupKind, InstructionLanguage, QueueClass

Gardens = Mapping[UUID, Any]


def child_view(child: RegisteredPerson, application_id: Any, today: date) -> ChildView:
    """A child, with what would forbid an application in its own district."""
    obstacle = "live_application_exists" if application_id else None
    try:
        check_age(child, load_policy(), today)
    except RuleBrokenError as broken:
        obstacle = broken.code
    return ChildView(
        iin=child.iin,
        surname=child.surname,
        given_name=child.given_name,
        patronymic=child.patronymic,
        birth_date=child.birth_date,
        district=child.district,
        obstacle=obstacle,
        application_id=application_id,
    )


def kindergartens_of(told: Iterable[Mapping[str, Any] | None]) -> set[UUID]:
    """The kindergartens that candidates' states or the values of history lines speak of."""
    facts = [part for state in told if state for part in (state, state.get("turn"), state.get("referral")) if part]
    return {UUID(part["kindergarten_id"]) for part in facts if "kindergarten_id" in part}


def application_view(row: Any, language: Language, gardens: Gardens) -> ApplicationView:
    """A line of the journal."""
    return ApplicationView(**_common(row, language, gardens))


def information_view(row: Any, language: Language, gardens: Gardens) -> InformationView:
    """The tab Information."""
    return InformationView(
        **_common(row, language, gardens),
        applicant=PersonView.model_validate(row.card["applicant"]),
        phone=row.card["phone"],
        email=row.card["email"],
    )


def _common(row: Any, language: Language, gardens: Gardens) -> dict[str, Any]:
    candidate = row.candidate or {}
    turn, referral = candidate.get("turn"), candidate.get("referral")
    return {
        "application_id": row.id,
        "number": row.number,
        "child": PersonView.model_validate(row.card["child"]),
        "birth_date": row.birth_date,
        "district": DistrictView(code=row.district, name=Text(**row.district_name)),
        "kind": GroupKind(row.kind),
        "group_year": row.group_year,
        "queue_class": QueueClass(row.queue_class),
        "languages": [InstructionLanguage(language) for language in row.languages],
        "submitted_at": row.submitted_at,
        "state": StateView(code=row.status, text=state_text(row.status, language.value), since=row.status_at),
        "turn": TurnView.model_validate(_with_garden(turn, gardens)) if turn else None,
        "referral": ReferralView.model_validate(_with_garden(referral, gardens)) if referral else None,
        "misses": candidate.get("misses", 0),
        "stop_listed_until": candidate.get("stop_listed_until"),
    }


def _with_garden(said: dict[str, Any], gardens: Gardens) -> dict[str, Any]:
    garden = gardens.get(UUID(said["kindergarten_id"]))
    known = KindergartenView(name=garden.name, address=garden.address) if garden else None
    return {**said, "kindergarten": known}


def history_view(row: Any, language: Language, gardens: Gardens) -> HistoryView:
    """A line of the tab History."""
    garden = gardens.get(UUID(row.params["kindergarten_id"])) if "kindergarten_id" in row.params else None
    name = Text(**garden.name).in_(language) if garden else ""
    text = history_text(row.code, row.reason, row.params, language.value, name)
    return HistoryView(at=row.at, code=row.code, reason=row.reason, rule=row.rule, actor=row.actor, text=text)


def document_view(row: Any, language: Language) -> DocumentView:
    """A line of the tab Documents."""
    title = DOCUMENTS[row.kind].say(language.value)
    return DocumentView(document_id=row.id, kind=row.kind, title=title, made_at=row.made_at, size=row.size)
