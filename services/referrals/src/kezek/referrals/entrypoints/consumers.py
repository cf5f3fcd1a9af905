"""What the referrals service learns from the others."""

from uuid import UUID

from kezek.contracts.applications import (
    BEFORE_THE_QUEUE,
    ApplicationCard,
    ApplicationChanged,
    ApplicationQueued,
    ChildDied,
)
from kezek.contracts.kindergartens import (
    ChildDeparted,
    ChildMonthClosed,
    ChildMonthReopened,
    ChildRegrouped,
    ChildSwapped,
    EscortsChanged,
    Kindergarten,
    PickupChanged,
    VacancyConfirmed,
)
from kezek.contracts.queue import Called, NobodyToCall, RoundAwaited
from kezek.platform.db import Tx
from kezek.platform.messaging.consumers import Consumers
from kezek.platform.messaging.policies import keep_policies
from kezek.platform.messaging.records import Received
from kezek.referrals.adapters import copies
from kezek.referrals.usecases import ageing, move_deadlines, offer_places, start_turns
from kezek.referrals.usecases.answer_refusal import forget_refusals
from kezek.referrals.usecases.choose_at_counter import forget_counter_papers
from kezek.referrals.usecases.close_kindergarten import close_all_places
from kezek.referrals.usecases.close_quietly import close_quietly
from kezek.referrals.usecases.depart_child import depart_child
from kezek.referrals.usecases.submit_papers import forget_admissions
from kezek.referrals.usecases.transfers import follow_swap

consumers = Consumers("referrals")
keep_policies(consumers, move_deadlines.on_calendar, ageing.on_policy)

for step in BEFORE_THE_QUEUE:
    consumers.ignore(step, because="who is not queued is no candidate")


@consumers.on(ApplicationQueued)
async def on_application_queued(tx: Tx, event: ApplicationQueued, received: Received) -> None:
    await start_turns.keep_application(tx, event, received.version)


@consumers.on(ApplicationChanged)
async def on_application_changed(tx: Tx, event: ApplicationChanged, received: Received) -> None:
    await start_turns.keep_application(tx, event, received.version)


@consumers.on(ChildDied)
async def on_child_died(tx: Tx, event: ChildDied, _: Received) -> None:
    await close_quietly(tx, event, now=tx.now())


@consumers.on(ApplicationCard)
async def on_application_card(tx: Tx, event: ApplicationCard, received: Received) -> None:
    await copies.keep_card(tx, event, received.version)


@consumers.on_erased(ApplicationCard)
async def on_card_erased(tx: Tx, key: str) -> None:
    await copies.cards.forget(tx, key)
    await forget_refusals(tx, UUID(key))
    await forget_counter_papers(tx, UUID(key))
    await forget_admissions(tx, UUID(key))


@consumers.on(Kindergarten)
async def on_kindergarten(tx: Tx, event: Kindergarten, received: Received) -> None:
    if await copies.kindergartens.keep(tx, event, received.version) and event.closed:
        await close_all_places(tx, event)


@consumers.on(VacancyConfirmed)
async def on_vacancy_confirmed(tx: Tx, event: VacancyConfirmed, _: Received) -> None:
    await offer_places.offer_vacancy(tx, event)


@consumers.on(ChildDeparted)
async def on_child_departed(tx: Tx, event: ChildDeparted, received: Received) -> None:
    await depart_child(tx, event, received.occurred_at)


consumers.ignore(
    EscortsChanged,
    PickupChanged,
    ChildMonthClosed,
    ChildMonthReopened,
    because="whoever brings an enrolled child, it is enrolled",
)
consumers.ignore(ChildRegrouped, because="who is enrolled stays enrolled, whatever the group")


@consumers.on(ChildSwapped)
async def on_child_swapped(tx: Tx, event: ChildSwapped, received: Received) -> None:
    await follow_swap(tx, event, received.version, received.occurred_at)


@consumers.on(Called)
async def on_called(tx: Tx, event: Called, _: Received) -> None:
    await start_turns.start_turns(tx, event, now=tx.now())


@consumers.on(NobodyToCall)
async def on_nobody_to_call(tx: Tx, event: NobodyToCall, _: Received) -> None:
    await offer_places.open_to_free_choice(tx, event)


@consumers.on(RoundAwaited)
async def on_round_awaited(tx: Tx, event: RoundAwaited, _: Received) -> None:
    await offer_places.keep_for_round(tx, event)
