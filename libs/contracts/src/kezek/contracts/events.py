"""What every event is: a frozen, versioned fact about one aggregate (architecture §events)."""

from typing import ClassVar, TypeVar
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

EventT = TypeVar("EventT", bound="Event")


class Contract(BaseModel):
    """A frozen value on the wire; unknown fields of later versions are ignored."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Event(Contract):
    """The payload of one event; its class names the type and the topic."""

    TYPE: ClassVar[str]
    TOPIC: ClassVar[str]

    def key(self) -> str:
        """The record key: the id of the aggregate this event is about."""
        raise NotImplementedError


class Envelope(Contract):
    """Everything around a payload; travels as the record's JSON value."""

    event_id: UUID
    type: str
    occurred_at: AwareDatetime
    key: str
    version: int
    causation_id: UUID | None = None
    payload: dict[str, object]
