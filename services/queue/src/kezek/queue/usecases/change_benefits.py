"""An administrator changes the list of benefits, with a signature (domain §5.1)."""

from datetime import datetime

from kezek.contracts.benefits import Benefit
from kezek.contracts.queue import BenefitsPublished
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import rules_hold
from kezek.queue.adapters.publications import lock_publications
from kezek.queue.domain.changes import check_benefits
from kezek.queue.domain.statements import benefit_sentences
from kezek.queue.usecases.change_rules import ChangeOfRules
from kezek.queue.usecases.publish import publish, signed_by
from kezek.queue.usecases.read_published import read_benefits


class BenefitsProposal(ActModel):
    """The whole list."""

    benefits: tuple[Benefit, ...]


class BenefitsFacts(BenefitsProposal):
    """The version as it would be published, and the list as it is now."""

    version: int
    before: tuple[Benefit, ...]


class BenefitsChanged(ActModel):
    """The version of the list that is published."""

    version: int


class ChangeBenefits(ChangeOfRules[BenefitsProposal, BenefitsFacts, BenefitsChanged]):
    """The signed act; its subject is all that is published."""

    TYPE = "queue.change-benefits"

    async def draft(self, tx: Tx, actor: Actor, body: BenefitsProposal) -> Draft[BenefitsFacts]:
        """What the administrator would sign.

        Raises:
            Conflict: `nothing_changed`.
        """
        facts = await self._facts(tx, body)
        return Draft("rules", facts, benefit_sentences(facts.before, facts.benefits, actor.language.value))

    async def perform(
        self, tx: Tx, act: Act[BenefitsProposal, BenefitsFacts], received_at: datetime
    ) -> BenefitsChanged:
        """Publish the list.

        Raises:
            Conflict: `act_outdated`, or a list that is the same by now.
        """
        del received_at
        await lock_publications(tx)
        facts = await self._facts(tx, act.body)
        act.check_facts(facts)
        await publish(tx, BenefitsPublished(version=facts.version, benefits=facts.benefits), signed_by(act))
        return BenefitsChanged(version=facts.version)

    async def _facts(self, tx: ReadTx, body: BenefitsProposal) -> BenefitsFacts:
        now = await read_benefits(tx)
        with rules_hold():
            check_benefits(now.benefits, body.benefits)
        return BenefitsFacts(benefits=body.benefits, version=now.version + 1, before=now.benefits)
