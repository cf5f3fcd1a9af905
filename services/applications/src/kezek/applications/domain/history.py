"""What the tab History keeps of an application: each change, when, by which rule, by whom (domain §3.journal)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from kezek.contracts.law import Reason, Rule
from kezek.contracts.vocabulary import ActorKind


@dataclass(frozen=True)
class HistoryLine:
    """One change; `fact` names it for good, so that a fact told twice is one line."""

    application_id: UUID
    fact: str
    at: datetime
    version: int
    code: str
    reason: Reason
    rule: Rule
    actor: ActorKind
    params: dict[str, Any]
