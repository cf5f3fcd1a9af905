"""When what a child stands by ends, and by what it stands then, unless something is done before (domain §6.7)."""

from collections.abc import Iterable
from datetime import datetime

from kezek.applications.domain.application import Application
from kezek.applications.domain.claim import Claim, best_class, expired, group_kind
from kezek.contracts.values import StandsThen
from kezek.contracts.vocabulary import ClaimState
from kezek.platform.workdays import midnight_after


def ends_at(claim: Claim) -> datetime | None:
    """When a claim that counts ends: with its proof, or with the time in which to show one (domain §3.benefit)."""
    if claim.to_be_proved:
        return claim.due_at
    if claim.state is ClaimState.CONFIRMED and claim.valid_until is not None:
        return midnight_after(claim.valid_until)
    return None


def ends_of(application: Application) -> tuple[StandsThen, ...]:
    """Each end after which the child stands otherwise than before it, earliest first; a transfer stands behind all."""
    return () if application.made.transfer is not None else _ends(application.claims)


def _ends(claims: Iterable[Claim]) -> tuple[StandsThen, ...]:
    claims, found = list(claims), list[StandsThen]()
    stands = best_class(claims), group_kind(claims)
    for at in sorted({end for each in claims if (end := ends_at(each)) is not None}):
        unproved = any(each.to_be_proved for each in claims if ends_at(each) == at)
        claims = [expired(each) if ends_at(each) == at else each for each in claims]
        before, stands = stands, (best_class(claims), group_kind(claims))
        if stands != before:
            queue_class, kind = stands
            found.append(StandsThen(at=at, kind=kind, queue_class=queue_class, unproved=unproved))
    return tuple(found)
