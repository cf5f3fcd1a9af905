"""The facts of a queued child, as events carry them."""

from datetime import date
from uuid import UUID

from pydantic import AwareDatetime

from kezek.contracts.events import Contract
from kezek.contracts.values import QueuedChild, Transfer
from kezek.contracts.vocabulary import InstructionLanguage, QueueClass


class ChildFields(Contract):
    """What the order, calls and turns need of a child (domain §5); `child` is the same as one value."""

    application_id: UUID
    child_id: UUID
    applicant_id: UUID
    queue_class: QueueClass
    birth_date: date
    languages: tuple[InstructionLanguage, ...]
    submitted_at: AwareDatetime
    # the same for all twins of a family; what was told before there were any says nothing of them
    twins: UUID | None = None
    separate_places: bool = False
    # of an enrolled child that asks for another kindergarten; what was told before there were any does not say it
    transfer: Transfer | None = None

    @property
    def child(self) -> QueuedChild:
        """The facts as a value of the domain."""
        return QueuedChild(**{name: getattr(self, name) for name in _OF_A_CHILD})


_OF_A_CHILD = tuple(ChildFields.model_fields)


class StopList(Contract):
    """A running term of the stop list, with what it was reckoned from (domain §7.validity, §9.calendar)."""

    began_at: AwareDatetime
    working_days: int
    ends_at: AwareDatetime
    policy: str
    calendar_version: int
