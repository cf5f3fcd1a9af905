"""Routes of the counter: an officer enters the paper of a family without EDS (domain §3.counter, ADR 40)."""

from typing import Annotated

from fastapi import APIRouter, Request

from kezek.applications.entrypoints import permissions, views
from kezek.applications.entrypoints.counter_schemas import CounterBody, CounterLook, CounterLookBody
from kezek.applications.entrypoints.desk_views import likely_view
from kezek.applications.entrypoints.forms import submit_request
from kezek.applications.entrypoints.http import RegisterDep
from kezek.applications.usecases.ask_register import refresh_copies
from kezek.applications.usecases.enter_at_counter import CounterRequest, EnterAtCounter
from kezek.applications.usecases.look_at_counter import look_at_counter
from kezek.contracts.access import Why
from kezek.contracts.files import FilePurpose
from kezek.contracts.iin import tells_another_day
from kezek.platform import counter_people, policies
from kezek.platform.errors import Unavailable
from kezek.platform.file_receipts import ReceiptReader
from kezek.platform.given_files import given_files
from kezek.platform.http.acts import ActsDep, PreparedAct, prepared
from kezek.platform.http.pseudonyms import PseudonymsDep
from kezek.platform.http.reading_log import ReadingLog, reading
from kezek.platform.http.transactions import DatabaseDep, Transaction
from kezek.platform.officers import district_of, officer_of
from kezek.platform.workdays import local_day

router = APIRouter(prefix="/desk/counter")


@router.post("/look")
async def look(
    body: CounterLookBody,
    tx: Transaction,
    register: RegisterDep,
    database: DatabaseDep,
    pseudonyms: PseudonymsDep,
    log: Annotated[ReadingLog, reading(permissions.ENTER)],
) -> CounterLook:
    """What the register says of applicant and child, and which applications may be for the same child."""
    await refresh_copies(database, register, body.applicant_iin, [body.child_iin])
    found = await look_at_counter(tx, body.applicant_iin, body.child_iin)
    sought = pseudonyms.subjects([body.applicant_iin, body.child_iin], reader=log.actor)
    await log.note(officer_of(log.actor), Why.SEARCH, sought)
    language, district, child = log.actor.language, district_of(log.actor), found.child
    return CounterLook(
        applicant=views.person_view(found.applicant, language) if found.applicant else None,
        child=views.person_view(child, language) if child else None,
        child_birth_date=child.birth_date if child else None,
        iin_tells_another_day=child is not None and tells_another_day(child.iin, child.birth_date),
        child_districts=list(child.districts) if child else [],
        live_application=found.live,
        likely=[likely_view(row, True, district, log.actor) for row in found.same_names],  # noqa: FBT003 - of a pair
    )


@router.post("/acts", status_code=201)
async def prepare_entry(
    body: CounterBody,
    request: Request,
    register: RegisterDep,
    database: DatabaseDep,
    acts: ActsDep,
    pseudonyms: PseudonymsDep,
    tx: Transaction,
    log: Annotated[ReadingLog, reading(permissions.ENTER)],
) -> PreparedAct:
    """What the officer signs to enter the paper; a silent register is asked later, as for a family's own."""
    person = await counter_people.read(request.app.state.tokens, body.person, log.actor.person_id)
    policy = await policies.load(tx, body.district, local_day(tx.now()))
    receipts: ReceiptReader = request.app.state.receipts
    plain = submit_request(body, receipts, log.actor.person_id, policy)
    silent = False
    try:
        await refresh_copies(database, register, person.iin, plain.child_iins)
    except Unavailable:
        silent = True
    entry = CounterRequest(
        **{**plain.model_dump(), "silent": silent},
        applicant_id=person.person_id,
        applicant_iin=person.iin,
        language=body.language,
        statement=given_files(body.statement, receipts, log.actor.person_id, FilePurpose.COUNTER_STATEMENT, policy),
    )
    act = await acts.prepare(tx, EnterAtCounter, log.actor, entry)
    await log.note(officer_of(log.actor), Why.ACT, pseudonyms.subjects([person.iin], reader=log.actor), act_id=act.id)
    return prepared(act)
