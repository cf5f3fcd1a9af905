"""At the counter: by which account a person is known whose signed paper an officer enters (domain §3.counter)."""

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter
from pydantic import BaseModel

from kezek.auth.adapters import store
from kezek.auth.entrypoints import permissions
from kezek.auth.entrypoints.parts import PartsDep
from kezek.contracts.ids import new_id
from kezek.contracts.iin import Iin
from kezek.contracts.vocabulary import Language
from kezek.platform import counter_people
from kezek.platform.actors import Actor
from kezek.platform.counter_people import CounterPerson
from kezek.platform.http.bodies import Body
from kezek.platform.http.permissions import require
from kezek.platform.http.transactions import Transaction

router = APIRouter(prefix="/counter")


class CounterPersonBody(Body):
    """Who signed the paper, and in which language they are to be written to."""

    iin: Iin
    language: Language


class CounterPersonView(BaseModel):
    """`person` is what the service takes that enters the paper, before `expires_at`; it tells nothing else."""

    person: str
    expires_at: datetime


@router.post("/people")
async def post_counter_person(
    body: CounterPersonBody,
    tx: Transaction,
    parts: PartsDep,
    actor: Annotated[Actor, require(permissions.NAME_AT_COUNTER)],
) -> CounterPersonView:
    """The account of a person at the counter, made if there is none: signing in later opens what was entered."""
    known_as = parts.settings.pseudonyms.of(body.iin)
    now = parts.real.now()
    account = await store.upsert_account(
        tx, id=new_id(), iin=body.iin, known_as=known_as, name="", language=body.language.value, now=now
    )
    token = counter_people.issue(CounterPerson(account.id, body.iin), actor.person_id, parts.keys.signing)
    ends_at = datetime.fromtimestamp(now.timestamp() + counter_people.LIFETIME_S, UTC)
    return CounterPersonView(person=token, expires_at=ends_at)
