"""Signatures that must not count, each with its own code, and acts that are signed twice or too late."""

import asyncio

import pytest
from tests.e2e.actors.person import RefusedError
from tests.e2e.world import CROWDED, World

pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("shared")]

FLAWS = [
    ("expired", "certificate_expired"),
    ("unknown_authority", "certificate_untrusted"),
    ("same_name_authority", "certificate_issuer_mismatch"),
    ("missing_intermediate", "certificate_chain_incomplete"),
    ("leaf_as_authority", "certificate_issuer_not_authority"),
    ("no_signer", "signature_has_no_signer"),
    ("other_bytes", "signature_mismatch"),
]


async def test_every_false_signature_is_refused_by_its_own_code_and_changes_nothing(world: World) -> None:
    parent, other = await world.parents(2)
    act = await parent.prepares_application()
    signatures = {code: await parent.signature_for(act, flaw=flaw) for flaw, code in FLAWS}
    signatures["signer_is_another_person"] = await parent.signature_for(act, by=other.iin)
    signatures["certificate_wrong_purpose"] = await parent.signature_for(act, key="login")
    signatures["signature_too_large"] = "A" * 1_000_000

    for code, signature in signatures.items():
        with pytest.raises(RefusedError) as refused:
            await parent.hand_in("applications", act, signature)
        assert refused.value.code == code

    assert await parent.applications() == []


async def test_login_with_a_signing_key_is_refused(world: World) -> None:
    parent = await world.parent()
    with pytest.raises(RefusedError) as refused:
        await parent.sign_in(key="sign")
    assert refused.value.code == "certificate_wrong_purpose"


async def test_the_same_signature_twice_at_once_is_one_application(world: World) -> None:
    parent = await world.parent()
    act = await parent.prepares_application()
    signature = await parent.signature_for(act)

    first, second = await asyncio.gather(*(parent.hand_in("applications", act, signature) for _ in range(2)))

    assert first == second
    assert len(await parent.applications()) == 1


async def test_a_second_application_for_a_child_is_refused(world: World) -> None:
    parent = await world.parent()
    first, second = await parent.prepares_application(), await parent.prepares_application()
    await parent.sign_act("applications", first)

    with pytest.raises(RefusedError) as refused:
        await parent.sign_act("applications", second)

    assert (refused.value.status, refused.value.code) == (409, "live_application_exists")


async def test_an_act_whose_facts_have_changed_is_outdated(world: World) -> None:
    parent = await world.parent()
    child = await world.sandbox.get(f"/people/{parent.child_iin}")
    act = await parent.prepares_application()
    await world.sandbox.move(child["id"], CROWDED[0])

    with pytest.raises(RefusedError) as refused:
        await parent.sign_act("applications", act)

    assert (refused.value.status, refused.value.code) == (409, "act_outdated")
    assert await parent.applications() == []
    await world.sandbox.move(child["id"], world.district)
    await parent.applies()


async def test_a_choice_prepared_before_another_one_is_refused(world: World) -> None:
    (parent,) = await world.queue(1)
    garden = await world.worker()
    await garden.publishes(world.group_year, places=1)
    place = (await parent.becomes("notified"))["turn"]["place_id"]
    old = await parent.prepares_choice(place)
    await parent.chooses(place)

    with pytest.raises(RefusedError) as refused:
        await parent.sign_act("referrals", old)

    assert refused.value.code == "open_referral_exists"


async def test_another_persons_act_cannot_be_signed(world: World) -> None:
    parent, stranger = await world.parents(2)
    act = await parent.prepares_application()

    with pytest.raises(RefusedError) as refused:
        await stranger.sign_act("applications", act)

    assert (refused.value.status, refused.value.code) == (404, "act_not_found")
