"""The chain of the ledger, and what a replay of it finds (ADR 29)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest

from kezek.contracts.law import Reason, Rule
from kezek.contracts.vocabulary import ActorKind
from kezek.queue.domain.ledger import BEGINNING, Line, canonical, chained
from kezek.queue.domain.queue import Change

LINE = Line(
    queue="1110.general.2023",
    sequence=1,
    what=Change.ENTERED,
    application_id=UUID(int=1),
    reason=Reason.QUEUED,
    rule=Rule.ORDER,
    actor=ActorKind.SYSTEM,
    owed=0,
    recorded_at=datetime(2026, 11, 21, 6, 0, 0, 7, tzinfo=UTC),
    facts={"class": "general", "at": "2026-11-21T06:00:00.000000+00:00"},
)


def test_the_canonical_form_is_fixed_to_the_byte() -> None:
    assert canonical(LINE).decode() == (
        '["1110.general.2023",1,"entered","00000000-0000-0000-0000-000000000001","queued","order","system",0,'
        '"2026-11-21T06:00:00.000007+00:00",{"at":"2026-11-21T06:00:00.000000+00:00","class":"general"}]'
    )
    assert chained(BEGINNING, LINE).hex() == "7b18b879d93cb5ddd90c34975deb8c7eb31a3a50f61b18fe22c5404498fea948"


@pytest.mark.parametrize(
    "other",
    [
        {"queue": "1110.general.2022"},
        {"sequence": 2},
        {"what": Change.LEFT},
        {"application_id": UUID(int=2)},
        {"application_id": None},
        {"reason": Reason.OTHER},
        {"rule": Rule.OWN_TIME},
        {"actor": ActorKind.OFFICER},
        {"owed": 1},
        {"recorded_at": LINE.recorded_at + timedelta(microseconds=1)},
        {"facts": {**LINE.facts, "class": "priority"}},
    ],
    ids=str,
)
def test_whatever_is_changed_the_hash_is_another(other: dict[str, object]) -> None:
    assert chained(BEGINNING, replace(LINE, **other)) != chained(BEGINNING, LINE)


def test_the_hash_depends_on_all_that_came_before() -> None:
    assert chained(bytes([1]) * 32, LINE) != chained(BEGINNING, LINE)


def test_an_instant_is_the_same_in_whichever_zone_it_is_read() -> None:
    elsewhere = LINE.recorded_at.astimezone(timezone(timedelta(hours=5)))
    assert canonical(replace(LINE, recorded_at=elsewhere)) == canonical(LINE)
