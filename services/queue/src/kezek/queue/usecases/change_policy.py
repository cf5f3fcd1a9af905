"""An administrator changes the policy of a district or of the region from a day on, with a signature (domain §9)."""

from dataclasses import replace
from datetime import date, datetime

from kezek.contracts.policy import Policy
from kezek.contracts.queue import PolicyPublished
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Invalid, rules_hold
from kezek.platform.workdays import local_day
from kezek.queue.adapters.districts import find_district
from kezek.queue.adapters.publications import Kind, lock_publications, next_version
from kezek.queue.domain.changes import check_policy
from kezek.queue.domain.statements import DistrictNamed, policy_sentences
from kezek.queue.usecases.change_rules import ChangeOfRules
from kezek.queue.usecases.publish import publish, signed_by
from kezek.queue.usecases.read_published import read_policies


class PolicyProposal(ActModel):
    """A whole policy for a district, or for the region; its id is not said yet."""

    district: str | None
    in_force_from: date
    policy: Policy


class PolicyFacts(ActModel):
    """The version as it would be published, and the policy it takes the place of on its first day."""

    district: str | None
    version: int
    in_force_from: date
    before: Policy
    policy: Policy


class PolicyChanged(ActModel):
    """The version that is published."""

    policy_id: str
    version: int


class ChangePolicy(ChangeOfRules[PolicyProposal, PolicyFacts, PolicyChanged]):
    """The signed act; its subject is all that is published."""

    TYPE = "queue.change-policy"

    async def draft(self, tx: Tx, actor: Actor, body: PolicyProposal) -> Draft[PolicyFacts]:
        """What the administrator would sign.

        Raises:
            Invalid: `district_unknown`.
            Conflict: for a version that may not be.
        """
        facts = await policy_facts(tx, body, tx.now())
        whose, language = await _district_of(tx, body), actor.language.value
        sentences = policy_sentences(whose, body.in_force_from, facts.before, facts.policy, language)
        return Draft("rules", facts, sentences)

    async def perform(self, tx: Tx, act: Act[PolicyProposal, PolicyFacts], received_at: datetime) -> PolicyChanged:
        """Publish the version, judged by the day of receipt.

        Raises:
            Conflict: `act_outdated`, or a version that may not be any more.
        """
        await lock_publications(tx)
        facts = await policy_facts(tx, act.body, received_at)
        act.check_facts(facts)
        version = PolicyPublished(
            district=facts.district, version=facts.version, in_force_from=facts.in_force_from, policy=facts.policy
        )
        await publish(tx, version, signed_by(act))
        return PolicyChanged(policy_id=facts.policy.id, version=facts.version)


async def policy_facts(tx: ReadTx, body: PolicyProposal, at: datetime) -> PolicyFacts:
    """The version as it would be published now, judged as of an instant.

    Raises:
        Invalid: `district_unknown`.
        Conflict: `change_begins_too_early`, `nothing_changed`, `quiet_hours_are_the_regions`,
            `rounds_need_categories_and_restoring`.
    """
    await _district_of(tx, body)
    number = await next_version(tx, Kind.POLICY, body.district)
    policy = replace(body.policy, id=f"{body.district or 'region'}-{number}")
    before = (await read_policies(tx, body.district, body.in_force_from)).in_force.policy
    of_region = (await read_policies(tx, None, body.in_force_from)).in_force.policy if body.district else None
    with rules_hold():
        check_policy(body.in_force_from, before, policy, of_region, local_day(at))
    return PolicyFacts(
        district=body.district, version=number, in_force_from=body.in_force_from, before=before, policy=policy
    )


async def _district_of(tx: ReadTx, body: PolicyProposal) -> DistrictNamed | None:
    if body.district is None:
        return None
    name = await find_district(tx, body.district)
    if name is None:
        raise Invalid("district_unknown", district=body.district)
    return DistrictNamed(body.district, name)
