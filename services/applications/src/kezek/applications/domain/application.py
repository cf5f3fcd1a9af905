"""An application and what happens to it: pure decisions, each at most one move of the table of states (domain §3, §4).

A decision says all that follows, the new state and the lines of the history; it is saved whole (`usecases/saving.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from kezek.applications.domain.claim import Claim, is_set_aside
from kezek.applications.domain.history import HistoryLine
from kezek.applications.domain.states import TRANSITIONS
from kezek.contracts.law import Reason, Rule
from kezek.contracts.values import Transfer
from kezek.contracts.vocabulary import ActorKind, GroupKind, InstructionLanguage, QueueClass
from kezek.contracts.vocabulary import ApplicationStatus as Status
from kezek.platform.errors import RuleBrokenError


@dataclass(frozen=True, repr=False)
class Contacts:
    """How somebody is reached; an account may lack either, an application neither."""

    phone: str | None
    email: str | None


@dataclass(frozen=True, kw_only=True)
class Made:
    """What an application says for good."""

    number: str
    child_id: UUID
    applicant_id: UUID
    district: str
    group_year: int
    birth_date: date
    submitted_at: datetime
    act_id: UUID
    policy: str
    settlement: str | None = None
    twins: UUID | None = None
    # of an enrolled child that asks for another kindergarten: by which application it is enrolled, and where (§7)
    transfer_of: UUID | None = None
    leaves: UUID | None = None

    @property
    def transfer(self) -> Transfer | None:
        """What it leaves, if it is a transfer."""
        if self.transfer_of is None or self.leaves is None:
            return None
        return Transfer(application_id=self.transfer_of, kindergarten_id=self.leaves)


@dataclass(frozen=True, kw_only=True)
class Order:
    """What the child stands by in the order, and may change: languages in the order of wish (domain §5)."""

    languages: tuple[InstructionLanguage, ...]
    kind: GroupKind = GroupKind.GENERAL
    queue_class: QueueClass = QueueClass.GENERAL
    separate_places: bool = False


@dataclass(frozen=True)
class Application:
    """The aggregate of this service; `version` counts its own events, `candidate` is its candidate's newest state.

    `to_check`: it was taken while the persons register was silent, and is not queued before the register agrees.
    """

    id: UUID
    made: Made
    order: Order
    contacts: Contacts
    status: Status
    status_at: datetime
    version: int = 1
    live: bool = True
    to_check: bool = False
    claims: tuple[Claim, ...] = ()
    candidate_version: int = 0
    candidate: Mapping[str, Any] | None = None

    def claim(self, claim_id: UUID) -> Claim:
        """One of its claims.

        Raises:
            LookupError: when it has none of this id.
        """
        found = self.find_claim(claim_id)
        if found is None:
            raise LookupError(claim_id)
        return found

    def find_claim(self, claim_id: UUID) -> Claim | None:
        """One of its claims, if it has one of this id: claims go along with a child that moves."""
        return next((each for each in self.claims if each.id == claim_id), None)

    def is_set_aside(self, claim_id: UUID) -> bool:
        """Whether a claim of it is confirmed and does not count: the family wants the other queue by now."""
        claim = self.find_claim(claim_id)
        return claim is not None and is_set_aside(claim, self.claims)


@dataclass(frozen=True)
class Cause:
    """Why something follows, by the reason's rule, and who caused it."""

    reason: Reason
    actor: ActorKind


class StepKind(StrEnum):
    """What others are told of an application."""

    SUBMITTED = "submitted"
    UNDER_REVIEW = "under_review"
    QUEUED = "queued"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    CHANGED = "changed"
    CLAIM = "claim"
    DIED = "died"


@dataclass(frozen=True)
class Step:
    """One event of a decision; each has a version of its own, the last the application's.

    `brought` is what an application that is queued has brought from another district.
    """

    kind: StepKind
    cause: Cause
    claim_id: UUID | None = None
    brought: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Decision:
    """All that one decision changes, as of an instant."""

    application: Application
    at: datetime
    lines: tuple[HistoryLine, ...]
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class Heard:
    """A step of the candidate as referrals told it: its version, the state after it, and why."""

    version: int
    at: datetime
    code: str
    reason: Reason
    rule: Rule
    actor: ActorKind
    over: bool
    state: Mapping[str, Any]
    params: dict[str, Any]


def follow(application: Application, heard: Heard) -> Decision:
    """Take a step of the candidate: always a line, and its state unless a newer one is known (architecture §promises).

    Raises:
        ImpossibleTransitionError: when the table of states does not lead there.
    """
    line = HistoryLine(
        application_id=application.id,
        fact=f"candidate:{heard.version}",
        at=heard.at,
        version=heard.version,
        code=heard.code,
        reason=heard.reason,
        rule=heard.rule,
        actor=heard.actor,
        params=heard.params,
    )
    if heard.version <= application.candidate_version:
        return Decision(application, heard.at, (line,))
    moved = become(application, Status(heard.state["status"]), heard.at)
    known = replace(moved, candidate_version=heard.version, candidate=heard.state, live=not heard.over)
    return Decision(known, heard.at, (line,))


def differing(contacts: Contacts, account: Contacts) -> Contacts:
    """Those of the account's contacts that an application does not have, None for the others.

    Upper and lower case tell no address from another.
    """
    email = account.email or ""
    return Contacts(
        phone=account.phone if account.phone != contacts.phone else None,
        email=email if email.casefold() not in {"", (contacts.email or "").casefold()} else None,
    )


def take_contacts(application: Application, account: Contacts, at: datetime) -> Decision | None:
    """Let an application have its person's own confirmed contacts; None when it has them (domain §3.undertaking).

    The history tells that they changed, never what they are.

    Raises:
        RuleBrokenError: `application_over`: nobody is told anything by it any more.
    """
    if not application.live:
        raise RuleBrokenError("application_over", status=application.status.value)
    new = differing(application.contacts, account)
    if new == Contacts(None, None):
        return None
    contacts = Contacts(new.phone or application.contacts.phone, new.email or application.contacts.email)
    changed = replace(application, contacts=contacts, version=application.version + 1)
    fact = f"contacts:{changed.version}"
    cause = Cause(Reason.CONTACTS_CHANGED, ActorKind.APPLICANT)
    return Decision(changed, at, (own_line(changed, fact, at, "contacts_changed", cause),))


def become(application: Application, status: Status, at: datetime) -> Application:
    """The application in another state; several steps of one decision tell the state after all of them."""
    if status is not application.status:
        status = TRANSITIONS.after(application.status, status)
    return replace(application, status=status, status_at=at)


def own_line(
    application: Application, fact: str, at: datetime, code: str, cause: Cause, **params: object
) -> HistoryLine:
    """A line of the application's own history, at its version."""
    return HistoryLine(
        application_id=application.id,
        fact=fact,
        at=at,
        version=application.version,
        code=code,
        reason=cause.reason,
        rule=cause.reason.rule,
        actor=cause.actor,
        params=params,
    )
