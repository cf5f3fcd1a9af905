"""How long a family waits: single journeys, one after the other, as a family meets them."""

import time
from collections.abc import Sequence
from datetime import datetime

from tests.e2e.actors.parent import Parent
from tests.e2e.actors.worker import Worker
from tests.e2e.world import World


async def applying(world: World, parents: Sequence[Parent]) -> list[float]:
    """Seconds from handing the application's signature in until its position is answered."""
    taken = []
    for parent in parents:
        act = await parent.prepares_application()
        signature = await parent.signature_for(act)
        began = time.perf_counter()
        result = await parent.hand_in("applications", act, signature)
        parent.application_id, parent.number = result["application_id"], result["number"]
        await parent.position()
        taken.append(time.perf_counter() - began)
    await world.settles()
    return taken


async def calling(world: World, worker: Worker, parents: Sequence[Parent]) -> list[float]:
    """Seconds from handing a vacancy's signature in until the SMS is in the called family's mailbox."""
    taken = []
    for parent in parents:
        act = await worker.prepares_vacancy(world.group_year, places=1)
        signature = await worker.signature_for(act)
        began = time.time()
        await worker.hand_in("kindergartens", act, signature)
        message = await world.sandbox.wait_for_sms(parent.phone, parent.number)
        taken.append(datetime.fromisoformat(message["received_at"]).timestamp() - began)
    return taken


async def choosing(parents: Sequence[Parent]) -> list[float]:
    """Seconds from handing a choice's signature in until the answer with the referral's number."""
    taken = []
    for parent in parents:
        act = await parent.prepares_choice((await parent.state())["turn"]["place_id"])
        signature = await parent.signature_for(act)
        began = time.perf_counter()
        await parent.hand_in("referrals", act, signature)
        taken.append(time.perf_counter() - began)
    return taken
