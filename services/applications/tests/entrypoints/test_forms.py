"""The form's texts and lists, drafts of it, and what an application asks an officer to decide (domain §3)."""

import base64
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa

from kezek.applications.adapters.applications import lock_application
from kezek.applications.adapters.register import Register
from kezek.applications.domain.application import Contacts, take_contacts
from kezek.applications.domain.claim import Verdict
from kezek.applications.usecases.decide_claim import decide_claim
from kezek.applications.usecases.saving import save
from kezek.contracts.applications import (
    ApplicationCard,
    ApplicationChanged,
    ApplicationQueued,
    ApplicationRejected,
    ApplicationSubmitted,
    ApplicationUnderReview,
    ChildDied,
    ClaimChanged,
)
from kezek.contracts.benefits import SHIPPED_BENEFITS
from kezek.contracts.file_use import ApplicationsFileKept
from kezek.contracts.files import FilePurpose
from kezek.contracts.ids import new_id
from kezek.contracts.law import Reason
from kezek.contracts.policy import REFERRAL_PROFILE, VOUCHER_PROFILE, Policy
from kezek.contracts.queue import BenefitsPublished, PolicyPublished
from kezek.contracts.referrals import TurnFacts, TurnStarted
from kezek.contracts.vocabulary import ActorKind, ApplicationStatus, ClaimState, ClaimVerdict, QueueClass
from kezek.platform.testing import an_actor, published
from kezek.platform.workdays import local_day
from kezek_sandbox.people.model import Role

PROOF, REGISTRATION = FilePurpose.BENEFIT_PROOF, FilePurpose.REGISTRATION
TYPED = {"surname": "Үлгі", "given_name": "Айгерім", "birth_date": "2022-06-20"}


async def told(world: Any, *kinds: type) -> list[Any]:
    return [each.event for each in await published(world.database) if isinstance(each.event, kinds)]


async def statement(world: Any, **changed: Any) -> str:
    prepared = (await world.prepares(**changed)).json()
    return " ".join(json.loads(base64.b64decode(prepared["document_base64"]))["statement"])


async def test_the_form_tells_the_texts_to_confirm_and_the_benefits_of_now(world: Any) -> None:
    reader = world.api.by(world.mother)
    form = (await reader.get("/form", params={"district": "1134"})).json()
    assert form["texts_version"] in await statement(world, texts_version=form["texts_version"])
    assert any("общей очереди — 3" in point for point in form["algorithm"])
    assert [each["code"] for each in form["benefits"]] == [each.code for each in SHIPPED_BENEFITS]
    assert (form["files"], form["megabytes"]) == (3, 10)
    policy = Policy(id="1134-1", generals_per_priority=5)
    await world.hears(PolicyPublished(district="1134", version=1, in_force_from=date(2026, 1, 1), policy=policy))
    await world.hears(BenefitsPublished(version=2, benefits=SHIPPED_BENEFITS[:1]), version=2)
    form = (await reader.get("/form", params={"district": "1134"})).json()
    assert any("общей очереди — 5" in point for point in form["algorithm"])
    assert [each["code"] for each in form["benefits"]] == ["serviceman"]


async def test_where_categories_are_numbered_the_form_tells_their_order(world: Any) -> None:
    policy = replace(VOUCHER_PROFILE, id="1134-1")
    await world.hears(PolicyPublished(district="1134", version=1, in_force_from=date(2026, 1, 1), policy=policy))
    form = (await world.api.by(world.mother).get("/form", params={"district": "1134"})).json()
    assert form["algorithm"][1].startswith("Сначала вызывают всех детей 1-й категории")
    assert form["texts_version"] in await statement(world, texts_version=form["texts_version"])
    former = (await world.api.by(world.mother).get("/form", params={"district": "1110"})).json()
    assert former["texts_version"] != form["texts_version"]
    answer = await world.prepares(texts_version=former["texts_version"])
    assert (answer.status_code, answer.json()["code"]) == (409, "texts_outdated")


async def test_a_text_that_is_no_longer_shown_is_not_confirmed(world: Any) -> None:
    answer = await world.prepares(texts_version="2020-01-01")
    assert (answer.status_code, answer.json()["code"]) == (409, "texts_outdated")


async def test_a_draft_is_kept_for_its_person_alone_and_erased_once_it_is_signed(world: Any) -> None:
    mother, father = world.api.by(world.mother), world.api.by(world.father)
    assert (await mother.put("/drafts/apply", json={"sealed": "c2VhbGVk"})).status_code == 200
    assert (await mother.get("/drafts/apply")).json()["sealed"] == "c2VhbGVk"
    assert (await father.get("/drafts/apply")).json() == {"sealed": None, "saved_at": None}
    await world.applies(draft="apply")
    assert (await mother.get("/drafts/apply")).json()["sealed"] is None
    await mother.put("/drafts/apply", json={"sealed": "bmV3"})
    assert (await mother.delete("/drafts/apply")).status_code == 204
    assert (await mother.get("/drafts/apply")).json()["sealed"] is None


async def test_drafts_are_few_and_no_number_of_a_person_names_them(world: Any) -> None:
    mother = world.api.by(world.mother)
    kept = [(await mother.put(f"/drafts/form-{n}", json={"sealed": "eA=="})).status_code for n in range(11)]
    assert kept == [200] * 10 + [409]
    assert (await mother.put(f"/drafts/{world.child}", json={"sealed": "eA=="})).status_code == 422
    assert (await mother.put("/drafts/apply", json={"sealed": "<script>"})).status_code == 422


async def test_while_the_register_is_silent_an_application_is_taken_and_queued_later_at_its_time(world: Any) -> None:
    await world.outside.register_is("down")
    assert "кейін" in await statement(world) or "позже" in await statement(world)
    result = (await world.applies()).json()["result"]
    tabs = await world.tabs(result["application_id"])
    assert tabs["information"]["state"]["code"] == "submitted"
    assert [line["code"] for line in tabs["history"]] == ["submitted", "to_check"]
    await world.works()
    assert not await told(world, ApplicationQueued), "the register is still silent"
    await world.outside.register_is("ok")
    await world.works()
    (queued,) = await told(world, ApplicationQueued)
    (taken,) = await told(world, ApplicationSubmitted)
    assert queued.submitted_at == taken.submitted_at
    cards = await told(world, ApplicationCard)
    assert [bool(card.child.surname) for card in cards] == [False, True]
    tabs = await world.tabs(result["application_id"])
    assert (tabs["information"]["state"]["code"], tabs["history"][-1]["code"]) == ("queued", "register_checked")


@pytest.mark.parametrize(
    ("changed", "obstacle"),
    [({"district": "1110"}, "registered_elsewhere"), ({"child_iin": "220620690000"}, None)],
)
async def test_what_the_register_says_later_may_reject_it(
    world: Any, changed: dict[str, Any], obstacle: str | None
) -> None:
    await world.outside.register_is("down")
    actor = world.mother if obstacle else an_actor(iin=world.families()[7][0].iin)
    result = (await world.applies(actor, **{**changed, "child_iin": world.child})).json()["result"]
    await world.outside.register_is("ok")
    await world.works()
    (rejected,) = await told(world, ApplicationRejected)
    assert str(rejected.application_id) == result["application_id"]
    line = (await world.tabs(result["application_id"], actor))["history"][-1]
    assert (line["code"], line["reason"]) == ("rejected", "register_disagrees")
    assert (await world.applies()).status_code == 200, "the child is free"


async def test_a_child_that_died_while_the_register_was_silent_is_refused_for_that_reason_alone(world: Any) -> None:
    await world.outside.register_is("down")
    await world.applies()
    world.outside.change(world.child, life_status="deceased")
    await world.outside.register_is("ok")
    await world.works()
    (rejected,) = await told(world, ApplicationRejected)
    assert rejected.reason is Reason.CHILD_NOT_ALIVE, "by it the family is not written to"


async def test_of_two_taken_in_silence_the_first_signed_is_queued(world: Any) -> None:
    await world.outside.register_is("down")
    first = (await world.applies(world.father)).json()["result"]["application_id"]
    second = (await world.applies(world.mother)).json()["result"]["application_id"]
    await world.outside.register_is("ok")
    for _ in range(3):
        await world.works()
    assert [str(each.application_id) for each in await told(world, ApplicationQueued)] == [first]
    assert [str(each.application_id) for each in await told(world, ApplicationRejected)] == [second]


async def test_who_signs_later_does_not_overtake_what_is_still_to_be_checked(world: Any) -> None:
    await world.outside.register_is("down")
    first = (await world.applies(world.father)).json()["result"]["application_id"]
    await world.outside.register_is("ok")
    second = (await world.applies(world.mother)).json()["result"]["application_id"]
    assert [line["code"] for line in (await world.tabs(second))["history"]] == ["submitted", "behind_earlier"]
    for _ in range(3):
        await world.works()
    assert [str(each.application_id) for each in await told(world, ApplicationQueued)] == [first]
    assert [str(each.application_id) for each in await told(world, ApplicationRejected)] == [second]


async def test_contacts_changed_while_the_register_answers_stay(world: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    await world.outside.register_is("down")
    application_id = (await world.applies()).json()["result"]["application_id"]
    await world.outside.register_is("ok")
    find = Register.find

    async def slow(register: Register, iin: str) -> Any:
        async with world.database.write() as tx:
            before = await lock_application(tx, UUID(application_id))
            assert before is not None
            changed = take_contacts(before, Contacts("77990000055", None), tx.now())
            if changed is not None:
                await save(tx, before, changed)
        return await find(register, iin)

    monkeypatch.setattr(Register, "find", slow)
    await world.works()
    last = (await told(world, ApplicationCard))[-1]
    assert (last.phone, bool(last.child.surname)) == ("77990000055", True)


async def test_one_paper_shows_one_thing_and_a_benefit_is_named_once(world: Any) -> None:
    receipt = world.scan(PROOF)
    twice = [{"code": code, "files": [receipt]} for code in ("orphan", "teacher")]
    assert (await world.prepares(benefits=twice)).json()["code"] == "file_used_already"
    same = [{"code": "orphan", "files": [world.scan(PROOF)]} for _ in range(2)]
    assert (await world.prepares(benefits=same)).json()["code"] == "benefit_given_twice"
    mother, child = world.families()[5]
    used = [{"code": "orphan", "files": [world.scan(PROOF, mother)]}]
    assert (await world.applies(mother, child_iin=child, benefits=used)).status_code == 200
    again = [{"code": "teacher", "files": used[0]["files"]}]
    assert (await world.prepares(mother, child_iin=child, benefits=again)).json()["code"] == "file_used_already"


async def test_a_temporary_registration_counts_as_a_permanent_one_does(world: Any) -> None:
    (guest,) = [
        child.person
        for child in world.outside.inside.people.select(role=Role.CHILD, born=2023)
        if child.person.temporary_address and child.person.temporary_address.district == "1134"
    ]
    assert guest.registered_address.district != "1134"
    assert (await world.applies(an_actor(iin=guest.parents[0]), child_iin=guest.iin)).status_code == 200


async def test_a_guardian_by_the_register_applies_as_a_parent_does(world: Any) -> None:
    ward = await world.only(born=2023, guardians=True)
    guardian = an_actor(iin=ward.person.guardians[0])
    assert (await world.applies(guardian, child_iin=ward.person.iin)).status_code == 200


def twins_of(world: Any) -> tuple[Any, Any]:
    """Two children of one mother, born on one day."""
    by_birth: dict[Any, list[Any]] = {}
    for child in world.outside.inside.people.select(role=Role.CHILD, district="1134", born=2023):
        by_birth.setdefault((child.person.parents, child.person.birth_date), []).append(child.person)
    one, two = next(pair for pair in by_birth.values() if len(pair) == 2)
    return one, two


async def test_twins_are_an_application_each_with_one_serial_and_linked(world: Any) -> None:
    one, two = twins_of(world)
    mother = an_actor(iin=one.parents[0])
    answer = await world.applies(mother, child_iin=one.iin, twins=[two.iin], separate_places=True)
    result = answer.json()["result"]
    numbers = [result["number"], result["twins"][0]["number"]]
    assert [number[-8:] for number in numbers] == [".00001.1"[-8:], ".00001.2"[-8:]]
    queued = await told(world, ApplicationQueued)
    assert len({each.twins for each in queued}) == 1
    assert queued[0].twins is not None
    assert [each.separate_places for each in queued] == [True, True]
    assert "twins_linked" in [line["code"] for line in (await world.tabs(result["application_id"], mother))["history"]]


async def test_who_was_not_born_together_are_no_twins_and_nobody_is_named_twice(world: Any) -> None:
    one, two = twins_of(world)
    world.outside.change(two.iin, birth_date=one.birth_date + timedelta(days=2))
    answer = await world.prepares(an_actor(iin=one.parents[0]), child_iin=one.iin, twins=[two.iin])
    assert (answer.status_code, answer.json()["code"]) == (409, "not_twins")
    assert (await world.prepares(twins=[world.child])).json()["code"] == "child_given_twice"


async def test_a_benefit_waits_for_the_officer_on_general_terms(world: Any) -> None:
    receipt = world.scan(PROOF)
    benefits = [{"code": "large_family", "files": [receipt]}]
    assert "көпбалалы" in await statement(world, benefits=benefits) or "многодетной" in await statement(
        world, benefits=benefits
    )
    application_id = (await world.applies(benefits=benefits)).json()["result"]["application_id"]
    (queued,) = await told(world, ApplicationQueued)
    assert queued.queue_class is QueueClass.GENERAL
    (kept,) = await told(world, ApplicationsFileKept)
    assert (kept.owner_id, kept.purpose, kept.kept) == (world.mother.person_id, PROOF, True)
    async with world.database.read() as tx:
        claim = await tx.row(sa.text("select * from claim"))
    assert (str(claim.application_id), claim.state, claim.benefit) == (application_id, "waiting", "large_family")
    assert claim.due_at > claim.submitted_at


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"benefits": [{"code": "nobility", "files": ["PROOF"]}]}, "benefit_unknown"),
        ({"benefits": [{"code": "orphan", "files": []}]}, "papers_required"),
        ({"non_resident": {"files": []}}, "papers_required"),
        ({"benefits": [{"code": "orphan", "files": ["REGISTRATION"]}]}, "file_of_another_purpose"),
        ({"benefits": [{"code": "orphan", "files": ["OTHERS"]}]}, "file_not_yours"),
        ({"benefits": [{"code": "orphan", "files": ["PROOF"] * 4}]}, "too_many_files"),
        ({"benefits": [{"code": "orphan", "files": ["not a receipt"]}]}, "file_receipt_invalid"),
        ({"special_needs": {"queue": "general", "child_iin": "991399000009", "files": []}}, "child_not_of_application"),
    ],
)
async def test_papers_that_show_nothing_are_refused(world: Any, changed: dict[str, Any], code: str) -> None:
    def receipt(name: str) -> str:
        if name == "OTHERS":
            return str(world.scan(PROOF, world.father))
        return {"PROOF": world.scan(PROOF), "REGISTRATION": world.scan(REGISTRATION)}.get(name, name)

    said = json.loads(json.dumps(changed))
    for papers in (*said.get("benefits", []), said.get("non_resident", {})):
        papers["files"] = [receipt(name) for name in papers.get("files", [])] if "files" in papers else []
    said = {key: value for key, value in said.items() if value != {"files": []} or key == "non_resident"}
    answer = await world.prepares(**said)
    assert answer.json()["code"] == code
    assert await told(world, ApplicationQueued) == []


async def test_a_scan_serves_one_application(world: Any) -> None:
    receipt = world.scan(PROOF)
    benefits = [{"code": "orphan", "files": [receipt]}]
    await world.applies(benefits=benefits)
    mine = (await world.api.by(world.mother).get("/children")).json()["items"]
    others = [each["iin"] for each in mine if each["iin"] != world.child and each["obstacle"] is None]
    if others:
        again = await world.applies(child_iin=others[0], benefits=benefits)
        assert again.json()["code"] == "file_used_already"
    async with world.database.read() as tx:
        assert await tx.value(sa.text("select count(*) from claim_file")) == 1


async def test_a_non_residents_child_is_typed_and_reviewed_first(world: Any) -> None:
    stranger = world.families()[5][1]
    papers = {"files": [world.scan(REGISTRATION)]}
    refused = await world.prepares(child_iin=stranger, non_resident=papers)
    assert refused.json()["code"] == "child_data_required"
    typed = [{"iin": stranger, **TYPED}]
    said = await statement(world, child_iin=stranger, non_resident=papers, typed=typed)
    assert "Үлгі Айгерім" in said, "as the applicant writes it, not as the register does"
    answer = await world.applies(child_iin=stranger, non_resident=papers, typed=typed)
    application_id = answer.json()["result"]["application_id"]
    assert not await told(world, ApplicationQueued)
    (under_review,) = await told(world, ApplicationUnderReview)
    assert str(under_review.application_id) == application_id
    own = an_actor(iin=world.families()[5][0].iin)
    assert (await world.applies(own, child_iin=stranger)).status_code == 200, "papers hold the child for nobody"
    assert (await world.applies(child_iin=stranger, non_resident=papers, typed=typed)).status_code == 409


async def test_a_representative_by_papers_is_reviewed_first(world: Any) -> None:
    stranger = world.families()[6][1]
    papers = {"files": [world.scan(FilePurpose.REPRESENTATION)]}
    answer = await world.applies(child_iin=stranger, representation=papers, typed=[{"iin": stranger, **TYPED}])
    assert (await world.tabs(answer.json()["result"]["application_id"]))["information"]["state"][
        "code"
    ] == "under_review"


@pytest.mark.parametrize(("queue", "correctional"), [("correctional", True), ("general", False)])
async def test_the_conclusion_waits_for_the_officer(world: Any, queue: str, correctional: bool) -> None:
    papers = {"queue": queue, "files": [world.scan(FilePurpose.COMMISSION_CONCLUSION)]}
    assert (await world.applies(special_needs=papers)).status_code == 200
    async with world.database.read() as tx:
        claim = await tx.row(sa.text("select * from claim"))
    assert (claim.kind, claim.correctional) == ("special_needs", correctional)
    assert claim.queue_class == (None if correctional else "priority")


async def test_where_the_policy_says_so_a_benefit_counts_unproved_until_the_call(world: Any) -> None:
    policy = Policy(id="1134-1", benefit_proved_at_call=True, benefit_proof_working_days=5)
    await world.hears(PolicyPublished(district="1134", version=1, in_force_from=date(2026, 1, 1), policy=policy))
    await world.applies(benefits=[{"code": "serviceman"}])
    (queued,) = await told(world, ApplicationQueued)
    assert queued.queue_class is QueueClass.EXTRAORDINARY
    async with world.database.read() as tx:
        claim = await tx.row(sa.text("select * from claim"))
    assert (claim.state, claim.due_at) == (ClaimState.UNPROVED.value, None)
    assert not await told(world, ClaimChanged, ApplicationChanged)
    assert REFERRAL_PROFILE.benefit_proved_at_call is False


async def test_a_decision_on_shared_papers_is_one_for_all_twins(world: Any) -> None:
    one, two = twins_of(world)
    mother = an_actor(iin=one.parents[0])
    papers = {"files": [world.scan(REGISTRATION, mother)]}
    await world.applies(mother, child_iin=one.iin, twins=[two.iin], non_resident=papers)
    assert len(await told(world, ApplicationUnderReview)) == 2
    async with world.database.read() as tx:
        head = await tx.value(sa.text("select id from claim where shared_with is null"))
    async with world.database.write() as tx:
        await decide_claim(tx, head, Verdict(ClaimVerdict.CONFIRM), new_id(), tx.now())
    assert len(await told(world, ApplicationQueued)) == 2
    assert len(await told(world, ApplicationsFileKept)) == 1


async def confirmed(world: Any, days: int) -> str:
    """A benefit whose proof holds for so many days more."""
    benefits = [{"code": "serviceman", "files": [world.scan(PROOF)]}]
    application_id = (await world.applies(benefits=benefits)).json()["result"]["application_id"]
    async with world.database.write() as tx:
        claim_id = await tx.value(sa.text("select id from claim"))
        last_day = local_day(tx.now()) + timedelta(days=days)
        await decide_claim(tx, claim_id, Verdict(ClaimVerdict.CONFIRM, valid_until=last_day), new_id(), tx.now())
    return str(application_id)


async def test_a_proof_that_runs_out_is_told_before_and_then_counts_no_more(world: Any, sandbox_clock: Any) -> None:
    application_id = await confirmed(world, days=40)
    await world.fires()
    sandbox_clock.move(timedelta(days=12))
    await world.fires()
    assert [each.reason for each in await told(world, ClaimChanged)][1:] == [Reason.BENEFIT_ENDS_SOON]
    sandbox_clock.move(timedelta(days=30))
    await world.fires()
    await world.fires()
    last = (await told(world, ApplicationChanged))[-1]
    (queued,) = await told(world, ApplicationQueued)
    assert (last.queue_class, last.reason) == (QueueClass.GENERAL, Reason.BENEFIT_EXPIRED)
    assert last.submitted_at == queued.submitted_at
    codes = [line["code"] for line in (await world.tabs(application_id))["history"]]
    assert codes[-3:] == ["proof_ends_soon", "claim_expired", "class_changed"]


async def test_a_called_child_proves_its_benefit_in_the_policys_time(world: Any, sandbox_clock: Any) -> None:
    policy = Policy(id="1134-1", benefit_proved_at_call=True, benefit_proof_working_days=5)
    await world.hears(PolicyPublished(district="1134", version=1, in_force_from=date(2026, 1, 1), policy=policy))
    benefits = [{"code": "serviceman"}]
    application_id = (await world.applies(benefits=benefits)).json()["result"]["application_id"]
    (queued,) = await told(world, ApplicationQueued)
    await world.hears(called(queued), called(queued))
    (asked,) = await told(world, ClaimChanged)
    assert (asked.state, asked.reason) == (ClaimState.UNPROVED, Reason.BENEFIT_PROOF_DUE)
    assert asked.last_day is not None
    sandbox_clock.move(timedelta(days=15))
    await world.fires()
    last = (await told(world, ApplicationChanged))[-1]
    assert (last.queue_class, last.reason) == (QueueClass.GENERAL, Reason.BENEFIT_NOT_PROVED)
    assert "claim_expired" in [line["code"] for line in (await world.tabs(application_id))["history"]]


def called(queued: ApplicationQueued) -> TurnStarted:
    now = datetime.now(UTC)
    turn = TurnFacts(
        turn_id=queued.application_id,
        place_id=new_id(),
        kindergarten_id=new_id(),
        language=queued.languages[0],
        began_at=now,
        deadline_at=now + timedelta(days=3),
        last_day=now.date(),
    )
    return TurnStarted(
        application_id=queued.application_id,
        child_id=queued.child_id,
        applicant_id=queued.applicant_id,
        queue=queued.queue,
        status=ApplicationStatus.NOTIFIED,
        turn=turn,
        referral=None,
        misses=0,
        stop_listed_until=None,
        reason=Reason.TURN_STARTED,
        rule=Reason.TURN_STARTED.rule,
        actor=ActorKind.SYSTEM,
        over=False,
    )


async def test_the_register_is_asked_again_when_a_child_is_called_and_a_death_is_told_quietly(world: Any) -> None:
    await world.applies()
    (queued,) = await told(world, ApplicationQueued)
    await world.hears(called(queued))
    await world.works()
    assert not await told(world, ChildDied)
    world.outside.change(world.child, life_status="deceased")
    await world.hears(called(queued).model_copy(update={"turn": replace_turn(queued)}), version=2)
    await world.outside.register_is("down")
    await world.works()
    await world.outside.register_is("ok")
    await world.works()
    (died,) = await told(world, ChildDied)
    assert died.application_id == queued.application_id


def replace_turn(queued: ApplicationQueued) -> TurnFacts:
    """A second turn of the same child."""
    turn = called(queued).turn
    assert turn is not None
    return turn.model_copy(update={"turn_id": new_id()})
