"""What tests of choices ask: who holds which place, what a family may choose, and with which code it is refused."""

from typing import Any
from uuid import UUID

import pytest

from kezek.contracts.vocabulary import InstructionLanguage
from kezek.platform.errors import Refusal
from kezek.referrals.domain.choosing import Obstacle
from kezek.referrals.usecases.list_choices import list_choices

KAZAKH, RUSSIAN = InstructionLanguage.KAZAKH, InstructionLanguage.RUSSIAN
BOTH = (KAZAKH, RUSSIAN)


async def refused(asked: Any) -> str:
    with pytest.raises(Refusal) as refusal:
        await asked
    return refusal.value.code


async def held_by(play: Any, name: str) -> UUID:
    turn = (await play.candidate(name)).turn
    assert turn is not None
    return turn.place_id


async def listed(play: Any, name: str) -> list[tuple[UUID, Obstacle | None]]:
    async with play.database.read() as tx:
        found = await list_choices(tx, await play.candidate(name), play.clock.now())
    return [(place.id, obstacle) for place, obstacle in found]
