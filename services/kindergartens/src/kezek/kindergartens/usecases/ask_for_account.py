"""A kindergarten without an account asks for one (domain §2, last bullet).

The answer never depends on who is registered: only on the form, and on how many requests wait.
"""

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from uuid import UUID

from kezek.contracts.ids import NewId
from kezek.kindergartens.adapters import account_requests, kindergartens
from kezek.kindergartens.domain.account_request import AccountRequest, Proposal
from kezek.platform.clock import Clock
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Invalid, NotFound, TooMany
from kezek.platform.pseudonyms import Pseudonyms

CODE_BYTES = 16
# room arises when an administrator decides: in hours, not in seconds
ASK_AGAIN_AFTER_S = 3600


@dataclass(frozen=True)
class Bounds:
    """How many requests may wait at once: of one person for one kindergarten, of one network, and at all."""

    alike: int
    of_network: int
    at_all: int


def code_maker(key: str | None, pseudonyms: Pseudonyms) -> bytes:
    """What a request's code is made from: chance, or the client's own key, so that a repetition has the same code.

    A client's key may be guessed, so it counts only together with the service's secret. Neither key nor code is kept:
    nobody finds the code in the database.
    """
    return pseudonyms.of_key(key).encode() if key else secrets.token_bytes(32)


def code_of(request_id: UUID, maker: bytes) -> str:
    """The code by which who asked can see the request's state: 128 bits that nobody else can know."""
    return base64.b32encode(hmac.digest(maker, request_id.bytes, "sha256")[:CODE_BYTES]).decode().rstrip("=")


async def ask_for_account(
    tx: Tx, proposal: Proposal, maker: bytes, network: str, *, bounds: Bounds, clock: Clock, new_id: NewId
) -> AccountRequest:
    """Store the request for the administrator; `network` is the digest of the one it was sent from.

    Raises:
        Invalid: `district_unknown`.
        TooMany: `account_requests_waiting`, for as many as the bounds allow; the answer does not tell which of them.
    """
    if await kindergartens.find_district(tx, proposal.district) is None:
        raise Invalid("district_unknown", district=proposal.district)
    waiting = await account_requests.count_waiting(tx, proposal, network)
    if waiting.alike >= bounds.alike or waiting.of_network >= bounds.of_network or waiting.at_all >= bounds.at_all:
        raise TooMany("account_requests_waiting", retry_after_s=ASK_AGAIN_AFTER_S)
    new = AccountRequest(new_id(), 0, proposal, clock.now())
    serial = await account_requests.insert_request(tx, new, _sha256(code_of(new.id, maker)), network)
    return AccountRequest(new.id, serial, proposal, new.submitted_at)


async def see_own_request(tx: ReadTx, serial: int, code: str) -> AccountRequest:
    """The request, for who knows its code.

    Raises:
        NotFound: `account_request_not_found`, also for a wrong code.
    """
    found = await account_requests.find_by_code(tx, serial, _sha256(code.upper()))
    if found is None:
        raise NotFound("account_request_not_found")
    return found


def _sha256(code: str) -> bytes:
    return hashlib.sha256(code.encode()).digest()
