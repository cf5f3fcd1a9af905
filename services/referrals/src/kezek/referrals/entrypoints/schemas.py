"""What goes over HTTP."""

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from kezek.contracts.kindergartens import Kindergarten
from kezek.contracts.texts import Text
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import (
    ApplicationStatus,
    ClockStop,
    GroupKind,
    InstructionLanguage,
    Ownership,
    ReferralStatus,
)
from kezek.platform.http.bodies import Body
from kezek.platform.move_checks import LONGEST
from kezek.referrals.domain.candidate import Candidate, Turn
from kezek.referrals.domain.choosing import Missing, Obstacle
from kezek.referrals.domain.place import Place
from kezek.referrals.usecases.choose_place import Choice, TwinChoice
from kezek.referrals.usecases.list_choices import OwnProspect
from kezek.referrals.usecases.publishing import referral_facts, turn_facts


class TurnView(BaseModel):
    """A running turn; an act before `deadline_at` is in time, at it late (domain §6.7)."""

    model_config = ConfigDict(from_attributes=True)

    turn_id: UUID
    place_id: UUID
    kindergarten_id: UUID
    language: InstructionLanguage
    began_at: datetime
    deadline_at: datetime
    last_day: date


class ReferralView(BaseModel):
    """A referral; valid before `expires_at`, the midnight after `last_day`, unless its term is stopped (domain §7).

    `days_left` working days run again if papers are returned; none are kept once it must be accepted.
    """

    model_config = ConfigDict(from_attributes=True)

    referral_id: UUID
    number: str
    place_id: UUID
    kindergarten_id: UUID
    group_year: int
    language: InstructionLanguage
    issued_at: datetime
    expires_at: datetime
    last_day: date
    status: ReferralStatus
    stopped_by: ClockStop | None
    stopped_at: datetime | None
    days_left: int | None
    must_be_accepted: bool
    extended: bool


class ExtensionView(BaseModel):
    """How many working days may be added to a referral now; none: it may not be extended."""

    working_days: int | None


class CandidateView(BaseModel):
    """Where a queued application stands; `turn.deadline_at`, `referral.expires_at`, `inactive_until` are exclusive.

    `then_inactive`: who lets the term that runs pass is inactive then, or removed if it was `restored` once before.
    """

    application_id: UUID
    queue: QueueRef
    status: ApplicationStatus
    turn: TurnView | None
    referral: ReferralView | None
    misses: int
    stop_listed_until: datetime | None
    then_inactive: bool
    inactive_until: datetime | None = Field(description="an inactive application may be restored before it")
    restored: bool
    cancel_before: datetime | None = Field(description="the referral may be cancelled before it; null: not any more")
    may_decline: bool = Field(description="the place may be refused, which costs the one in the queue")

    @classmethod
    def of(
        cls, candidate: Candidate, *, cancel_before: datetime | None, may_decline: bool, then_inactive: bool
    ) -> Self:
        """The view of a candidate."""
        return cls(
            application_id=candidate.application_id,
            queue=candidate.queue,
            status=candidate.status,
            turn=TurnView.model_validate(turn_facts(candidate.turn)) if candidate.turn else None,
            referral=ReferralView.model_validate(referral_facts(candidate.referral)) if candidate.referral else None,
            misses=candidate.misses,
            stop_listed_until=candidate.stop_listed_until,
            then_inactive=then_inactive,
            inactive_until=candidate.inactive_until,
            restored=candidate.restored,
            cancel_before=cancel_before,
            may_decline=may_decline,
        )


class LocationView(BaseModel):
    """Where it stands, in degrees north and east."""

    model_config = ConfigDict(from_attributes=True)

    latitude: float
    longitude: float


class KindergartenView(BaseModel):
    """Where a place is."""

    id: UUID
    name: Text
    address: Text
    phone: str
    ownership: Ownership
    location: LocationView | None

    @classmethod
    def of(cls, kindergarten: Kindergarten) -> Self:
        """The view of a kindergarten."""
        return cls(
            id=kindergarten.kindergarten_id,
            name=kindergarten.name,
            address=kindergarten.address,
            phone=kindergarten.phone,
            ownership=kindergarten.ownership,
            location=LocationView.model_validate(kindergarten.location) if kindergarten.location else None,
        )


class PlaceView(BaseModel):
    """A place of the queue; `obstacle` says what keeps this child from taking it, `opens_at` until when, if it ends.

    `held_until` is set for the one held for this child's turn. One that is neither that nor in free choice is held for
    another child, who gets another fitting place where this one is taken.
    """

    place_id: UUID
    kindergarten: KindergartenView | None
    language: InstructionLanguage
    kind: GroupKind
    group_year: int
    free_choice: bool
    held_until: datetime | None
    obstacle: Obstacle | None
    opens_at: datetime | None

    @classmethod
    def of(
        cls, choice: tuple[Place, Obstacle | None], kindergarten: Kindergarten | None, turn: Turn | None, now: datetime
    ) -> Self:
        """The view of a place, for the child whose turn it is."""
        place, obstacle = choice
        own = turn is not None and turn.place_id == place.id
        return cls(
            place_id=place.id,
            kindergarten=KindergartenView.of(kindergarten) if kindergarten else None,
            language=place.language,
            kind=place.queue.kind,
            group_year=place.queue.group_year,
            free_choice=place.is_open(now),
            held_until=turn.term.ends_at if turn and own else None,
            obstacle=obstacle,
            opens_at=place.opens_at if obstacle else None,
        )


class PlacesView(BaseModel):
    """All places of the queue that may be chosen now, or are kept from this child."""

    items: list[PlaceView]


class ProspectView(BaseModel):
    """Whether a child may choose now; else what is missing, and from which day it is not where a day is known.

    `deadline_at` is the end of a running turn; `together` are the applications of twins called with this one.
    """

    application_id: UUID
    status: ApplicationStatus
    possible: bool
    missing: Missing | None
    from_day: date | None
    deadline_at: datetime | None
    together: list[UUID]

    @classmethod
    def of(cls, own: OwnProspect) -> Self:
        """The view of what a child may."""
        may = own.prospect
        return cls(
            application_id=own.candidate.application_id,
            status=own.candidate.status,
            possible=may.missing is None,
            missing=may.missing,
            from_day=may.from_day,
            deadline_at=may.deadline_at,
            together=list(own.together),
        )


class ProspectsView(BaseModel):
    """Each of one's own applications that stands, or stood, in a queue."""

    items: list[ProspectView]


class TwinChoiceBody(Body):
    """A twin's application and the place for it."""

    application_id: UUID
    place_id: UUID


class ChoiceBody(Body):
    """The place to choose, and those for twins who were called together: all or none."""

    place_id: UUID
    twins: list[TwinChoiceBody] = Field(default=[], max_length=9)

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        places = [self.place_id, *(each.place_id for each in self.twins)]
        children = [each.application_id for each in self.twins]
        if len(set(places)) < len(places) or len(set(children)) < len(children):
            raise ValueError("each place and each twin once")
        return self

    def choice_for(self, application_id: UUID) -> Choice:
        """The act's own choice, with those for its twins."""
        twins = tuple(TwinChoice(**dict(each)) for each in self.twins if each.application_id != application_id)
        return Choice(application_id=application_id, place_id=self.place_id, twins=twins)


class MoveBody(Body):
    """The check that applications answered: where to, and that the child is registered there."""

    check: str = Field(min_length=1, max_length=LONGEST)
