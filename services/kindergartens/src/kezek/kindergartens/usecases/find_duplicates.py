"""What is perhaps the same as a request for an account: kindergartens, and other requests (domain §2)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kezek.contracts.texts import Text
from kezek.kindergartens.adapters import account_requests, kindergartens
from kezek.kindergartens.domain.account_request import AccountRequest, Bilingual, RequestState
from kezek.kindergartens.domain.kindergarten import Kindergarten
from kezek.kindergartens.domain.likeness import ALIKE, likeness
from kezek.platform.db import ReadTx

MAX = 20


class Sign(StrEnum):
    """Why something may be the same."""

    NAME = "name"
    PHONE = "phone"
    WORKER = "worker"
    CONTACT = "contact"


@dataclass(frozen=True)
class LikelyKindergarten:
    """A registered kindergarten; `alike` is how much the names have in common, from 0 to 1."""

    kindergarten: Kindergarten
    alike: float
    signs: tuple[Sign, ...]


@dataclass(frozen=True)
class LikelyRequest:
    """Another request."""

    id: UUID
    number: str
    state: RequestState
    name: Bilingual
    alike: float
    signs: tuple[Sign, ...]


async def find_kindergartens(tx: ReadTx, request: AccountRequest) -> list[LikelyKindergarten]:
    """Registered kindergartens with a sign of being the one asked for, the likeliest first."""
    asked = request.proposal
    near = await kindergartens.list_perhaps_same(tx, asked.district, asked.phone, asked.owner.iin)
    works_at = await kindergartens.list_workplaces(tx, asked.owner.iin)
    found = []
    for each in near:
        alike = _alike(asked.name, each.name)
        same_name = each.district == asked.district and alike >= ALIKE
        signs = _signs(same_name, each.phone == asked.phone, each.id in works_at)
        if signs:
            found.append(LikelyKindergarten(each, alike, signs))
    return sorted(found, key=lambda likely: (-len(likely.signs), -likely.alike))[:MAX]


async def find_requests(tx: ReadTx, request: AccountRequest) -> list[LikelyRequest]:
    """Other requests with a sign of being the same, the likeliest first."""
    asked = request.proposal
    found = []
    for other in await account_requests.list_perhaps_same(tx, request):
        owner, alike = other.proposal.owner, _alike(asked.name, other.proposal.name)
        same_name = other.proposal.district == asked.district and alike >= ALIKE
        contact = owner.phone == asked.owner.phone or owner.email == asked.owner.email
        signs = _signs(same_name, other.proposal.phone == asked.phone, owner.iin == asked.owner.iin, contact=contact)
        if signs:
            found.append(LikelyRequest(other.id, other.number, other.state, other.proposal.name, alike, signs))
    return sorted(found, key=lambda likely: (-len(likely.signs), -likely.alike))[:MAX]


def _alike(one: Bilingual, other: Bilingual | Text) -> float:
    return max(likeness(one.kk, other.kk), likeness(one.ru, other.ru))


def _signs(name: bool, phone: bool, worker: bool, *, contact: bool = False) -> tuple[Sign, ...]:
    held: Iterator[tuple[Sign, bool]] = iter(
        [(Sign.NAME, name), (Sign.PHONE, phone), (Sign.WORKER, worker), (Sign.CONTACT, contact)]
    )
    return tuple(sign for sign, holds in held if holds)
