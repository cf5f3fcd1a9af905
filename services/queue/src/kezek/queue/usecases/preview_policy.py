"""Who would move by another policy, on one snapshot of the live queues, without a lock (domain §9.policy)."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kezek.platform.db import ReadTx
from kezek.queue.adapters.previews import list_queues_now
from kezek.queue.adapters.publications import districts_with_own
from kezek.queue.domain.eligibility import birth_window
from kezek.queue.domain.preview import QueuePreview, preview
from kezek.queue.usecases.change_policy import PolicyFacts, PolicyProposal, policy_facts


@dataclass(frozen=True)
class PolicyPreview:
    """The change as it would be signed, and what it does to each queue, as of an instant."""

    facts: PolicyFacts
    queues: Sequence[QueuePreview]
    as_of: datetime


async def preview_policy(tx: ReadTx, body: PolicyProposal) -> PolicyPreview:
    """What a change would do; refused as the change itself would be.

    Of the region's policy in all districts that have none of their own on its first day (ADR 28).

    Raises:
        Invalid: `district_unknown`.
        Conflict: for a version that may not be.
    """
    now = tx.now()
    facts = await policy_facts(tx, body, now)
    others = () if body.district else await districts_with_own(tx, body.in_force_from)
    windows = [birth_window(body.in_force_from, policy) for policy in (facts.before, facts.policy)]
    queues = await list_queues_now(tx, body.district, others, *windows)
    # a moment of arithmetic: other requests go on meanwhile
    found = await asyncio.to_thread(preview, queues, facts.before, facts.policy)
    return PolicyPreview(facts, found, now)
