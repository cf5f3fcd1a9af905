"""Keys of either kind, organisations' keys, revoked keys, and authorities that are silent."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from tests.e2e.actors.parent import Parent
from tests.e2e.actors.person import RefusedError
from tests.e2e.world import World

from kezek_local.waiting import eventually

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("clock")]
ALGORITHMS = pytest.mark.parametrize("algorithm", ["rsa", "gost"])


@asynccontextmanager
async def silent_authorities(world: World) -> AsyncIterator[None]:
    """Neither OCSP nor lists can be had."""
    try:
        for system in ("ocsp", "crl"):
            await world.sandbox.post(f"/control/{system}", {"mode": "down"})
        yield
    finally:
        for system in ("ocsp", "crl"):
            await world.sandbox.post(f"/control/{system}", {"mode": "ok"})


async def revoke(world: World, parent: Parent, algorithm: str, key: str) -> None:
    await world.sandbox.post("/ca/revoke", {"person": parent.iin, "algorithm": algorithm, "key": key})


async def renew(world: World, parent: Parent, algorithm: str, key: str) -> None:
    await world.sandbox.post("/ca/renew", {"person": parent.iin, "algorithm": algorithm, "key": key})


async def sign_in_again(parent: Parent, algorithm: str) -> None:
    """Sign in after a silence: an authority that did not answer is left alone for two seconds, and then asked again."""

    async def signed_in() -> Any:
        try:
            return await parent.sign_in(algorithm=algorithm)
        except RefusedError as refused:
            if refused.code != "revocation_unavailable":
                raise

    await eventually(signed_in, "an answer of the authority", parent.waits_s)


async def test_while_authorities_are_silent_nobody_new_signs_in_and_received_acts_wait(module_world: World) -> None:
    parent, stranger = await module_world.parents(2)
    act = await parent.prepares_application()
    signature = await parent.signature_for(act)
    async with silent_authorities(module_world):
        with pytest.raises(RefusedError) as refused:
            await parent.hand_in("applications", act, signature)
        assert (refused.value.status, refused.value.code) == (503, "revocation_unavailable")
        with pytest.raises(RefusedError) as refused:
            await stranger.sign_in(algorithm="gost")
        assert (refused.value.status, refused.value.code) == (503, "revocation_unavailable")
        assert await parent.applications() == []

    await module_world.settles()
    assert len(await parent.applications()) == 1, "the worker has finished what was received"
    assert (await parent.hand_in("applications", act, signature))["number"]
    await sign_in_again(stranger, "gost")


async def test_one_gost_key_signs_in_and_applies(module_world: World) -> None:
    parent = await module_world.parent()
    me = await parent.sign_in(algorithm="gost")
    assert me["method"] == "eds"
    act = await parent.prepares_application()
    signature = await parent.signature_for(act, algorithm="gost")
    assert (await parent.hand_in("applications", act, signature))["number"]


@ALGORITHMS
async def test_an_organisations_key_opens_nothing_and_signs_for_its_kindergarten(
    module_world: World, algorithm: str
) -> None:
    worker = await module_world.worker()
    with pytest.raises(RefusedError) as refused:
        await worker.sign_in(algorithm=algorithm, owner="head")
    assert refused.value.code == "certificate_of_organisation"
    me = await worker.sign_in(algorithm=algorithm)
    assert [grant["role"] for grant in me["grants"]] == ["worker"]
    vacancy = await worker.prepares_vacancy(module_world.group_year, 1)
    assert await worker.sign_act("kindergartens", vacancy, algorithm=algorithm, owner="head")


@ALGORITHMS
async def test_a_revoked_key_neither_signs_in_nor_signs(module_world: World, algorithm: str) -> None:
    parent = await module_world.parent()
    act = await parent.prepares_application()
    for key in ("login", "sign"):
        await renew(module_world, parent, algorithm, key)  # nobody has asked about this one yet
        await revoke(module_world, parent, algorithm, key)

    with pytest.raises(RefusedError) as refused:
        await parent.sign_in(algorithm=algorithm)
    assert (refused.value.status, refused.value.code) == (422, "certificate_revoked")
    signature = await parent.signature_for(act, algorithm=algorithm)
    with pytest.raises(RefusedError) as refused:
        await parent.hand_in("applications", act, signature)
    assert refused.value.code == "certificate_revoked"

    for key in ("login", "sign"):
        await renew(module_world, parent, algorithm, key)
    signature = await parent.signature_for(act, algorithm=algorithm)
    assert (await parent.hand_in("applications", act, signature))["number"]


@ALGORITHMS
@pytest.mark.parametrize(
    ("flaw", "code"),
    [
        ("revoked", "certificate_revoked"),
        ("expired", "certificate_expired"),
        ("missing_intermediate", "certificate_chain_incomplete"),
        ("other_bytes", "signature_mismatch"),
    ],
)
async def test_each_flaw_is_refused_whatever_the_key(module_world: World, algorithm: str, flaw: str, code: str) -> None:
    parent = await module_world.parent()
    with pytest.raises(RefusedError) as refused:
        await parent.sign_in(algorithm=algorithm, flaw=flaw)
    assert refused.value.code == code


async def test_a_gost_key_on_another_curve_is_refused(module_world: World) -> None:
    parent = await module_world.parent()
    with pytest.raises(RefusedError) as refused:
        await parent.sign_in(algorithm="gost", flaw="wrong_curve")
    assert refused.value.code == "signature_algorithm_unsupported"


async def test_lists_serve_while_ocsp_is_down(module_world: World) -> None:
    parent = await module_world.parent()
    await module_world.sandbox.post("/control/ocsp", {"mode": "down"})
    try:
        await parent.sign_in(algorithm="gost")
    finally:
        await module_world.sandbox.post("/control/ocsp", {"mode": "ok"})
