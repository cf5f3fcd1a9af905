"""Rows of the journal as answers, in the person's language."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from kezek.applications.domain.application import Application, Contacts, differing
from kezek.applications.domain.claim import Claim
from kezek.applications.domain.history import HistoryLine
from kezek.applications.domain.intake import RegisteredPerson, check_age
from kezek.applications.domain.states import OF_THE_CANDIDATE
from kezek.applications.domain.texts import DOCUMENTS, STATES, history_text
from kezek.applications.entrypoints.schemas import (
    ApplicantView,
    ApplicationView,
    ChildView,
    ClaimFileView,
    ClaimView,
    DifferingContactsView,
    DistrictView,
    DocumentView,
    HistoryView,
    InformationView,
    KindergartenView,
    Obstacle,
    PersonView,
    ReferralView,
    StateView,
    TransferView,
    TurnView,
    TwinView,
)
from kezek.contracts.applications import ApplicationCard
from kezek.contracts.iin import tells_another_day
from kezek.contracts.policy import Policy
from kezek.contracts.texts import Text
from kezek.contracts.values import Person
from kezek.contracts.vocabulary import (
    ApplicationStatus,
    DocumentKind,
    GroupKind,
    InstructionLanguage,
    Language,
    QueueClass,
)
from kezek.platform.actors import Actor
from kezek.platform.errors import RuleBrokenError

Gardens = Mapping[UUID, Any]
_PERSON = TypeAdapter(Person)


def applicant_view(person: RegisteredPerson, language: Language) -> ApplicantView:
    """The applicant, as the form shows them."""
    address, other = person.address, person.other_address
    return ApplicantView(
        **vars(person_view(person, language)),
        birth_date=person.birth_date,
        iin_tells_another_day=tells_another_day(person.iin, person.birth_date),
        district=person.district,
        address=address.in_(language) if address else None,
        registration=address.registration if address else None,
        other_address=other.in_(language) if other else None,
    )


def child_view(
    child: RegisteredPerson, application_id: UUID | None, policy: Policy, today: date, language: Language
) -> ChildView:
    """A child, with what would forbid an application in its own district."""
    obstacle = Obstacle.LIVE_APPLICATION if application_id else None
    try:
        check_age(child, policy, today)
    except RuleBrokenError as broken:
        obstacle = Obstacle(broken.code)
    return ChildView(
        **vars(person_view(child, language)),
        birth_date=child.birth_date,
        iin_tells_another_day=tells_another_day(child.iin, child.birth_date),
        district=child.district,
        other_district=child.other_district or None,
        obstacle=obstacle,
        application_id=application_id,
    )


def person_view(person: Person, language: Language) -> PersonView:
    """A person by the register's name in this language."""
    name = person.name_in(language)
    return PersonView(iin=person.iin, surname=name.surname, given_name=name.given_name, patronymic=name.patronymic)


def kindergartens_of(told: Iterable[Mapping[str, Any] | None]) -> set[UUID]:
    """The kindergartens that candidates' states or the values of history lines speak of."""
    facts = [part for state in told if state for part in (state, state.get("turn"), state.get("referral")) if part]
    return {UUID(part["kindergarten_id"]) for part in facts if part.get("kindergarten_id")}


def told_of(row: Any) -> list[Mapping[str, Any] | None]:
    """What a row of the journal says of kindergartens: the candidate's state, what a transfer leaves, a swap's."""
    others = (row.leaves, row.swapped_to)
    return [row.candidate, *({"kindergarten_id": str(each)} if each else None for each in others)]


def application_view(row: Any, language: Language, gardens: Gardens) -> ApplicationView:
    """A line of the journal."""
    return ApplicationView(**_common(row, language, gardens))


def information_view(row: Any, language: Language, gardens: Gardens) -> InformationView:
    """The tab Information."""
    return InformationView(
        **_common(row, language, gardens),
        applicant=person_view(_PERSON.validate_python(row.card["applicant"]), language),
        phone=row.card["phone"],
        email=row.card["email"] or None,
    )


def differing_views(
    own: Iterable[tuple[Application, ApplicationCard]], account: Contacts, language: Language
) -> list[DifferingContactsView]:
    """Of these applications those of which the account's contacts would change something."""
    compared = [(card, differing(application.contacts, account)) for application, card in own]
    return [
        DifferingContactsView(
            application_id=card.application_id,
            number=card.number,
            child=person_view(card.child, language),
            phone=card.phone,
            email=card.email or None,
            account_phone=new.phone,
            account_email=new.email,
        )
        for card, new in compared
        if new != Contacts(None, None)
    ]


def _common(row: Any, language: Language, gardens: Gardens) -> dict[str, Any]:
    candidate = row.candidate or {}
    turn, referral = candidate.get("turn"), candidate.get("referral")
    status = ApplicationStatus(row.status)
    return {
        "application_id": row.id,
        "number": row.number,
        "child": person_view(_PERSON.validate_python(row.card["child"]), language),
        "birth_date": row.birth_date,
        "iin_tells_another_day": tells_another_day(row.card["child"]["iin"], row.birth_date),
        "to_check": row.to_check,
        "district": DistrictView(code=row.district, name=Text(**row.district_name)),
        "kind": GroupKind(row.kind),
        "group_year": row.group_year,
        "queue_class": QueueClass(row.queue_class),
        "languages": [InstructionLanguage(language) for language in row.languages],
        "twins": row.has_twins,
        "separate_places": row.separate_places,
        "submitted_at": row.submitted_at,
        "state": StateView(code=status, text=STATES[status].in_(language), since=row.status_at),
        "turn": TurnView.model_validate(_with_garden(turn, gardens)) if turn else None,
        "referral": ReferralView.model_validate(_with_garden(referral, gardens)) if referral else None,
        "swapped_to": _garden(row.swapped_to, gardens) if row.swapped_to else None,
        "misses": candidate.get("misses", 0),
        "stop_listed_until": candidate.get("stop_listed_until"),
        "then_inactive": candidate.get("then_inactive", False),
        "inactive_until": candidate.get("inactive_until"),
        "restored": candidate.get("restored", False),
        "ages_out_on": candidate.get("ages_out_on") if status in OF_THE_CANDIDATE else None,
        "moved_to": (candidate.get("moved") or {}).get("application_id"),
        "transfer": _transfer(row, gardens),
        "transfer_id": row.transfer_id,
        "old_time_kept": candidate.get("old_time_kept", False),
    }


def _transfer(row: Any, gardens: Gardens) -> TransferView | None:
    if row.transfer_of is None:
        return None
    said = {"application_id": row.transfer_of, "lasts": row.enrolment_lasts, "kindergarten_id": str(row.leaves)}
    return TransferView.model_validate(_with_garden(said, gardens))


def twin_view(row: Any, language: Language) -> TwinView:
    """A linked twin, as its family sees it."""
    status = ApplicationStatus(row.status)
    return TwinView(
        application_id=row.id,
        number=row.number,
        child=person_view(_PERSON.validate_python(row.card["child"]), language),
        state=StateView(code=status, text=STATES[status].in_(language), since=row.status_at),
    )


def _with_garden(said: dict[str, Any], gardens: Gardens) -> dict[str, Any]:
    return {**said, "kindergarten": _garden(said["kindergarten_id"], gardens)}


def _garden(kindergarten_id: str, gardens: Gardens) -> KindergartenView | None:
    garden = gardens.get(UUID(kindergarten_id))
    return KindergartenView(name=garden.name, address=garden.address) if garden else None


def history_view(line: HistoryLine, language: Language, gardens: Gardens) -> HistoryView:
    """A line of the tab History, with the words of its reason and its legal ground."""
    garden = gardens.get(UUID(line.params["kindergarten_id"])) if "kindergarten_id" in line.params else None
    name = Text(**garden.name).in_(language) if garden else ""
    about = line.params.get("about", "")
    return HistoryView(
        at=line.at,
        code=line.code,
        reason=line.reason,
        reason_text=line.reason.text.in_(language),
        rule=line.rule,
        clause=line.rule.clause,
        ground=line.rule.ground.in_(language),
        actor=line.actor,
        about=about or None,
        text=history_text(line.code, line.reason, line.params, language, actor=line.actor, garden=name, about=about),
    )


def document_view(row: Any, language: Language) -> DocumentView:
    """A line of the tab Documents."""
    kind = DocumentKind(row.kind)
    title = DOCUMENTS[kind].in_(language)
    return DocumentView(document_id=row.id, kind=kind, title=title, made_at=row.made_at, size=row.size)


def claim_view(claim: Claim, reader: Actor, now: datetime, renewable: Collection[UUID] = ()) -> ClaimView:
    """A claim with its papers; `renewable` are those whose family may show the same anew."""
    return ClaimView(
        claim_id=claim.id,
        kind=claim.kind,
        state=claim.state,
        benefit=claim.benefit,
        queue_class=claim.queue_class,
        correctional=claim.correctional,
        submitted_at=claim.submitted_at,
        due_at=claim.due_at,
        overdue=is_over(claim.due_at, now),
        valid_until=claim.valid_until,
        decided_at=claim.decided_at,
        decided_by_me=claim.decided_by == reader.person_id,
        reason=claim.reason,
        remark=claim.remark,
        files=[
            ClaimFileView(
                file_id=file.id, name=file.name, media_type=file.media_type, size=file.size, added_at=file.added_at
            )
            for file in claim.files
        ],
        takes_papers=claim.asks_for_papers or claim.id in renewable,
    )


def is_over(due_at: datetime | None, now: datetime) -> bool:
    """Whether a term has ended."""
    return due_at is not None and now >= due_at
