"""What the queue hears from applications, referrals and kindergartens."""

from collections.abc import Sequence

from kezek.contracts.applications import (
    BEFORE_THE_QUEUE,
    ApplicationChanged,
    ApplicationQueued,
    ChildDied,
    RefreshProgressed,
)
from kezek.contracts.hints import ADMINISTRATORS, HintKind
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import District, Kindergarten
from kezek.contracts.referrals import CallAnswered, CandidateChanged, PlaceChanged, PlacesOffered
from kezek.platform.db import Tx
from kezek.platform.messaging.consumers import Consumers, Heard
from kezek.platform.messaging.records import Received
from kezek.queue.adapters.districts import keep_district
from kezek.queue.adapters.figures import keep_place
from kezek.queue.adapters.refreshes import keep_progress
from kezek.queue.adapters.wishes import kindergartens
from kezek.queue.usecases.follow_application import follow_application, follow_applications, told
from kezek.queue.usecases.follow_candidate import follow_candidate
from kezek.queue.usecases.hand_out import hand_out
from kezek.queue.usecases.settle_call import settle_call

consumers = Consumers("queue")

consumers.ignore(ChildDied, because="referrals ends the application, and the order hears it from there")
for step in BEFORE_THE_QUEUE:
    consumers.ignore(step, because="who is not queued does not concern the order")


@consumers.on_run(ApplicationQueued)
async def on_applications_queued(tx: Tx, run: Sequence[Heard[ApplicationQueued]]) -> None:
    now = tx.now()
    heard = [told(each.tx, each.event, each.version, now=now) for each in run]
    await follow_applications(tx, heard, now=now)


@consumers.on(ApplicationChanged)
async def on_application_changed(tx: Tx, event: ApplicationChanged, received: Received) -> None:
    await follow_application(tx, event, received.version, now=tx.now())


@consumers.on(PlacesOffered)
async def on_places_offered(tx: Tx, event: PlacesOffered, _: Received) -> None:
    await hand_out(tx, event, now=tx.now(), new_id=new_id)


@consumers.on(CallAnswered)
async def on_call_answered(tx: Tx, event: CallAnswered, _: Received) -> None:
    await settle_call(tx, event, now=tx.now())


@consumers.on(CandidateChanged)
async def on_candidate_changed(tx: Tx, event: CandidateChanged, received: Received) -> None:
    await follow_candidate(tx, event, received.version, now=tx.now())


@consumers.on(District)
async def on_district(tx: Tx, event: District, received: Received) -> None:
    await keep_district(tx, event, received.version)


@consumers.on(Kindergarten)
async def on_kindergarten(tx: Tx, event: Kindergarten, received: Received) -> None:
    await kindergartens.keep(tx, event, received.version, district=event.district)


@consumers.on(PlaceChanged)
async def on_place_changed(tx: Tx, event: PlaceChanged, received: Received) -> None:
    await keep_place(tx, event, received.version)


@consumers.on(RefreshProgressed)
async def on_refresh_progressed(tx: Tx, event: RefreshProgressed, received: Received) -> None:
    await keep_progress(tx, event, received.version)
    tx.hint(ADMINISTRATORS, HintKind.POSITION, event.district)
