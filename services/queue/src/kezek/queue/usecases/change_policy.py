"""An administrator changes the policy of a district or of the region from a day on, with a signature (domain §9)."""

from dataclasses import replace
from datetime import date, datetime

from kezek.contracts.policy import Policy
from kezek.contracts.queue import PolicyPublished
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import rules_hold
from kezek.platform.workdays import local_day
from kezek.queue.adapters.publications import Kind, lock_publications, next_version
from kezek.queue.domain.changes import check_policy
from kezek.queue.domain.statements import policy_sentences
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
            Conflict: for a version that may not be.
        """
        facts = await self._facts(tx, body, tx.now())
        language = actor.language.value
        sentences = policy_sentences(body.district, body.in_force_from, facts.before, facts.policy, language)
        return Draft("rules", facts, sentences)

    async def perform(self, tx: Tx, act: Act[PolicyProposal, PolicyFacts], received_at: datetime) -> PolicyChanged:
        """Publish the version, judged by the day of receipt.

        Raises:
            Conflict: `act_outdated`, or a version that may not be any more.
        """
        await lock_publications(tx)
        facts = await self._facts(tx, act.body, received_at)
        act.check_facts(facts)
        version = PolicyPublished(
            district=facts.district, version=facts.version, in_force_from=facts.in_force_from, policy=facts.policy
        )
        await publish(tx, version, signed_by(act))
        return PolicyChanged(policy_id=facts.policy.id, version=facts.version)

    async def _facts(self, tx: ReadTx, body: PolicyProposal, at: datetime) -> PolicyFacts:
        number = await next_version(tx, Kind.POLICY, body.district)
        policy = replace(body.policy, id=f"{body.district or 'region'}-{number}")
        before = (await read_policies(tx, body.district, body.in_force_from)).in_force.policy
        of_region = (await read_policies(tx, None, body.in_force_from)).in_force.policy if body.district else None
        with rules_hold():
            check_policy(body.in_force_from, before, policy, of_region, local_day(at))
        return PolicyFacts(
            district=body.district, version=number, in_force_from=body.in_force_from, before=before, policy=policy
        )
