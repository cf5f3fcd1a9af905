from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kezek.contracts.file_use import ApplicationsFileKept
from kezek.contracts.files import FilePurpose
from kezek.contracts.ids import new_id
from kezek.documents.entrypoints.consumers import consumers
from kezek.documents.usecases.sweep_uploads import sweep_uploads
from kezek.platform import pulse
from kezek.platform.actors import Actor
from kezek.platform.messaging.lag import Lag
from kezek.platform.testing import an_actor, deliver
from kezek.platform.testing.papers import a_jpeg

pytestmark = pytest.mark.servers


async def a_file(counter: Any) -> tuple[Actor, dict[str, Any]]:
    parent = an_actor()
    return parent, await counter.hands_in(parent, a_jpeg(), "a.jpg")


async def tell(counter: Any, parent: Actor, ready: Any, *, kept: bool = True) -> None:
    event = ApplicationsFileKept(
        file_id=UUID(ready["id"]),
        owner_id=parent.person_id,
        purpose=FilePurpose.REGISTRATION,
        about=new_id(),
        kept=kept,
    )
    await deliver(counter.database, consumers, event, version=1 if kept else 2)


async def passes(counter: Any, days: int) -> None:
    """All that was done lies further back."""
    columns = ("created_at", "checked_at", "discarded_at", "receipt_until")
    shift = ", ".join(f"{each} = {each} - make_interval(days => :days)" for each in columns)
    async with counter.database.write() as tx:
        await tx.execute(sa.text("update upload set " + shift), {"days": days})  # noqa: S608 - columns named above


async def sweeps(counter: Any, lag: int | None = 0) -> None:
    async with counter.database.write() as tx:
        told = None if lag is None else Lag(records=lag, waits_s=0.0)
        await pulse.beat(tx, new_id(), ready=True, lag=told)
        await sweep_uploads(tx, counter.settings.sweep_terms)
        await tx.execute(sa.text("delete from pulse"))
    await counter.works()


async def test_a_file_nobody_keeps_goes_when_no_receipt_can_be_used_any_more(counter: Any) -> None:
    parent, ready = await a_file(counter)
    assert ready["receipt"]
    await passes(counter, 7)
    await sweeps(counter)
    assert len(counter.stored()) == 1
    await passes(counter, 2)
    await sweeps(counter)
    assert counter.stored() == []
    assert (await counter.look(parent, ready))["receipt"] is None


async def test_a_file_that_is_kept_stays_and_goes_when_it_is_let_go(counter: Any) -> None:
    parent, ready = await a_file(counter)
    await tell(counter, parent, ready)
    await counter.api.by(parent).delete(f"/uploads/{ready['id']}")
    await passes(counter, 400)
    await sweeps(counter)
    assert len(counter.stored()) == 1
    await tell(counter, parent, ready, kept=False)
    await tell(counter, parent, ready)  # late, and older
    await sweeps(counter)
    assert counter.stored() == []


@pytest.mark.parametrize("lag", [1, None])
async def test_nothing_is_swept_while_records_wait(counter: Any, lag: int | None) -> None:
    await a_file(counter)
    await passes(counter, 100)
    await sweeps(counter, lag)
    assert len(counter.stored()) == 1
    async with counter.database.write() as tx:
        await tx.execute(sa.text("insert into parked (topic, partition, \"offset\", cause) values ('a.b', 0, 0, 'x')"))
    await sweeps(counter)
    assert len(counter.stored()) == 1


async def test_a_file_taken_back_stays_while_its_receipt_may_be_in_use(counter: Any) -> None:
    parent, ready = await a_file(counter)
    await counter.api.by(parent).delete(f"/uploads/{ready['id']}")
    await passes(counter, 7)
    await sweeps(counter)
    assert len(counter.stored()) == 1
    await passes(counter, 2)
    await sweeps(counter)
    assert counter.stored() == []


async def test_what_was_not_finished_is_given_up_after_a_day(counter: Any) -> None:
    parent = an_actor()
    upload = (await counter.begin(parent, 3000)).json()
    await counter.send(parent, upload, bytes(1000))
    await sweeps(counter)
    assert len(counter.stored()) == 1
    await passes(counter, 2)
    await sweeps(counter)
    assert counter.stored() == []
    late = await counter.send(parent, upload, bytes(1000), 1000)
    assert late.json()["params"] == {"state": "expired"}
    await passes(counter, 40)
    await sweeps(counter)
    assert (await counter.api.by(parent).get(f"/uploads/{upload['id']}")).status_code == 404
