"""Papers the system makes, and who may see them (domain §3, tab Documents)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kezek.documents.domain.referral import Referral, ReferralStatus


class DocumentKind(StrEnum):
    """Papers the system makes."""

    REFERRAL = "referral"


@dataclass(frozen=True)
class Document:
    """A paper; its bytes stand in the store under their own hash."""

    id: UUID
    kind: DocumentKind
    referral: Referral
    sha256: str
    size: int
    made_at: datetime


def seen_by_kindergarten(referral: Referral) -> bool:
    """Whether the kindergarten may still see the paper: not after the child has gone elsewhere."""
    return referral.status is not ReferralStatus.EXPIRED
