"""A person's applications take the contacts that were confirmed for the account (domain §3.undertaking)."""

import asyncio
from typing import Any
from uuid import UUID

import httpx
import pytest
import sqlalchemy as sa

from kezek.applications.adapters.applications import lock_application
from kezek.applications.domain.application import Contacts, take_contacts
from kezek.applications.entrypoints.consumers import consumers
from kezek.applications.usecases.saving import save
from kezek.contracts.applications import ApplicationCard
from kezek.contracts.auth import Account
from kezek.contracts.hints import HintKind, person
from kezek.contracts.ids import new_id
from kezek.contracts.law import Reason
from kezek.contracts.referrals import Closed
from kezek.contracts.values import QueueRef
from kezek.contracts.vocabulary import ApplicationStatus, GroupKind, Language
from kezek.platform.db import StaleStateError
from kezek.platform.testing import eventually, published
from kezek.platform.testing.events import deliver_erased

WAITS = sa.text(
    "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')"
)
PHONE, EMAIL = "77990000008", "new@example.kz"


async def confirms(world: Any, version: int = 1, *, phone: str | None = PHONE, email: str | None = EMAIL) -> None:
    """The mother's account has these contacts from now on."""
    account = Account(person_id=world.mother.person_id, phone=phone, email=email, language=Language.RU)
    await world.hears(account, version=version)


async def offered(world: Any, actor: Any = None) -> list[dict[str, Any]]:
    answer = await world.api.by(actor or world.mother).get("/contacts")
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


async def takes(world: Any, *ids: str, actor: Any = None) -> httpx.Response:
    body = {"application_ids": list(ids)} if ids else {}
    answer: httpx.Response = await world.api.by(actor or world.mother).post("/contacts", json=body)
    return answer


async def cards(world: Any) -> list[tuple[int, str, str]]:
    told = await published(world.database)
    return [(each.version, each.event.phone, each.event.email) for each in told if type(each.event) is ApplicationCard]


async def lines(world: Any, application_id: str) -> list[dict[str, Any]]:
    return list((await world.tabs(application_id))["history"])


async def test_what_differs_from_the_account_is_offered(world: Any) -> None:
    application_id = await world.application_id()
    assert await offered(world) == []
    await confirms(world)
    (item,) = await offered(world)
    information = (await world.tabs(application_id))["information"]
    assert (item["application_id"], item["child"]) == (application_id, information["child"])
    assert (item["phone"], item["email"]) == ("77990000007", "parent@example.kz")
    assert (item["account_phone"], item["account_email"]) == (PHONE, EMAIL)


async def test_pages_that_compare_contacts_are_told_when_the_account_has_new_ones(world: Any, hinted: Any) -> None:
    await confirms(world)
    await hinted(person(world.mother.person_id), HintKind.ACCOUNT, world.mother.person_id)


async def test_a_contact_that_the_account_does_not_have_or_that_is_the_same_is_not_offered(world: Any) -> None:
    await world.application_id()
    await confirms(world, phone=None, email="PARENT@example.kz")
    assert await offered(world) == []
    await confirms(world, 2, phone=PHONE, email="PARENT@example.kz")
    (item,) = await offered(world)
    assert (item["account_phone"], item["account_email"]) == (PHONE, None)


@pytest.mark.parametrize("chosen", [True, False], ids=["chosen", "all"])
async def test_taken_contacts_stand_in_the_journal_and_on_a_new_card(world: Any, chosen: bool) -> None:
    application_id = await world.application_id()
    await confirms(world)
    answer = await takes(world, *([application_id] if chosen else []))
    assert (answer.status_code, answer.json()) == (200, {"items": []})
    tabs = await world.tabs(application_id)
    assert (tabs["information"]["phone"], tabs["information"]["email"]) == (PHONE, EMAIL)
    assert await cards(world) == [(1, "77990000007", "parent@example.kz"), (2, PHONE, EMAIL)]
    line = tabs["history"][-1]
    assert (line["code"], line["actor"], line["clause"]) == ("contacts_changed", "applicant", "3")
    assert not [word for word in (PHONE, EMAIL, "77990000007", "parent@") if word in str(line)]


async def test_taking_them_again_changes_nothing(world: Any) -> None:
    application_id = await world.application_id()
    await confirms(world)
    for _ in range(2):
        assert (await takes(world, application_id)).status_code == 200
    assert len(await cards(world)) == 2
    assert [line["code"] for line in await lines(world, application_id)] == ["submitted", "contacts_changed"]


async def test_of_two_at_once_one_changes_them(world: Any) -> None:
    application_id = await world.application_id()
    await confirms(world)
    answers = await asyncio.gather(*(takes(world, application_id) for _ in range(4)))
    assert [answer.status_code for answer in answers] == [200] * 4
    assert [version for version, *_ in await cards(world)] == [1, 2]


async def test_only_the_chosen_ones_change_and_the_others_are_still_offered(world: Any) -> None:
    first = await world.application_id()
    child = next(iin for mother, iin in world.families() if mother.iin != world.mother.iin)
    world.outside.change(world.mother.iin, children=(world.child, child))
    second = (await world.applies(child_iin=child)).json()["result"]["application_id"]
    await confirms(world)
    answer = await takes(world, first)
    assert [item["application_id"] for item in answer.json()["items"]] == [second]
    assert [item["application_id"] for item in (await takes(world)).json()["items"]] == []


async def test_an_older_account_never_takes_the_place_of_a_newer_one(world: Any) -> None:
    await world.application_id()
    await confirms(world, 3)
    await confirms(world, 2, phone="77990000009", email="old@example.kz")
    (item,) = await offered(world)
    assert (item["account_phone"], item["account_email"]) == (PHONE, EMAIL)


async def test_the_contacts_are_those_that_are_known_when_the_locks_are_had(world: Any) -> None:
    """A confirmation that comes while a command waits for the application is not lost."""
    application_id = await world.application_id()
    await confirms(world)
    async with world.database.write() as tx:
        assert await lock_application(tx, UUID(application_id)) is not None
        waiting = asyncio.create_task(takes(world, application_id))
        await eventually(lambda: somebody_waits(world), "the command waits for the application")
        await confirms(world, 2, email="newest@example.kz")
    assert (await waiting).json() == {"items": []}
    assert (await cards(world))[-1] == (2, PHONE, "newest@example.kz")


async def test_what_was_decided_without_the_lock_is_not_saved(world: Any) -> None:
    application_id = UUID(await world.application_id())
    async with world.database.write() as tx:
        stale = await lock_application(tx, application_id)
    assert stale is not None
    await confirms(world)
    await takes(world)
    decision = take_contacts(stale, Contacts("77990000009", None), world.database.clock.now())
    assert decision is not None
    with pytest.raises(StaleStateError):
        async with world.database.write() as tx:
            await save(tx, stale, decision)
    assert (await cards(world))[-1] == (2, PHONE, EMAIL)


async def somebody_waits(world: Any) -> bool:
    async with world.database.read() as tx:
        return bool(await tx.value(WAITS))


async def test_an_application_that_is_over_keeps_the_contacts_it_had(world: Any) -> None:
    application_id = await world.application_id()
    await confirms(world)
    await world.hears(
        Closed(
            application_id=UUID(application_id),
            child_id=new_id(),
            applicant_id=world.mother.person_id,
            queue=QueueRef(district="1134", kind=GroupKind.GENERAL, group_year=2022),
            status=ApplicationStatus.REMOVED,
            reason=Reason.TOO_MANY_MISSES,
            rule=Reason.TOO_MANY_MISSES.rule,
            over=True,
            turn=None,
            referral=None,
            misses=3,
            stop_listed_until=None,
        )
    )
    assert await offered(world) == []
    refused = await takes(world, application_id)
    assert (refused.status_code, refused.json()["code"]) == (409, "application_over")
    assert (await takes(world)).status_code == 200
    assert len(await cards(world)) == 1


async def test_an_erased_account_offers_nothing_and_a_repetition_brings_nothing_back(world: Any) -> None:
    await world.application_id()
    await confirms(world)
    await deliver_erased(world.database, consumers, Account, str(world.mother.person_id))
    await confirms(world, 2)
    assert await offered(world) == []


async def test_somebody_elses_applications_are_not_there_and_nothing_is_changed(world: Any) -> None:
    application_id = await world.application_id()
    await confirms(world)
    for actor, ids in ((world.father, [application_id]), (world.mother, [application_id, str(new_id())])):
        refused = await takes(world, *ids, actor=actor)
        assert (refused.status_code, refused.json()["code"]) == (404, "application_not_found")
    assert await offered(world, world.father) == []
    assert len(await cards(world)) == 1
