"""An administrator publishes a version of a contract's template, with a signature (domain §8.contract)."""

from datetime import datetime

from kezek.contracts.vocabulary import Ownership
from kezek.documents.adapters import templates
from kezek.documents.domain.contract_template import Template, TemplateText, next_template, publishing_sentences
from kezek.platform.actors import Actor
from kezek.platform.acts import Act, ActModel, Draft, SignedAct
from kezek.platform.certificates import signer_name
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Invalid, rules_hold

SUBJECT = "contract templates"


class TemplateProposal(ActModel):
    """A whole text, for a district's kindergartens of one kind."""

    district: str
    ownership: Ownership
    kk: str
    ru: str

    @property
    def text(self) -> TemplateText:
        """As the rules know it."""
        return TemplateText(self.kk, self.ru)


class TemplateFacts(ActModel):
    """The version that it would be, and the digest of its text."""

    district: str
    ownership: Ownership
    version: int
    sha256: str


class TemplatePublished(ActModel):
    """The version that is published."""

    version: int


class PublishTemplate(SignedAct[TemplateProposal, TemplateFacts, TemplatePublished]):
    """The signed act; its subject is all templates."""

    TYPE = "documents.publish-contract-template"

    async def draft(self, tx: Tx, actor: Actor, body: TemplateProposal) -> Draft[TemplateFacts]:
        """What the administrator would sign.

        Raises:
            Invalid: `district_unknown`.
            Conflict: `nothing_changed`, or for a text that no contract can be made of.
        """
        facts = await _facts(tx, body)
        said = publishing_sentences(facts.district, facts.ownership, facts.version, facts.sha256, actor.language.value)
        return Draft(SUBJECT, facts, said)

    async def lock(self, tx: Tx, subject: str) -> None:
        """Keep what is published as it is until the receipt is stored."""
        del subject
        await templates.share_templates(tx)

    async def perform(
        self, tx: Tx, act: Act[TemplateProposal, TemplateFacts], received_at: datetime
    ) -> TemplatePublished:
        """Publish the version; contracts that are made from now on are made by it.

        Raises:
            Conflict: `act_outdated`, or as `draft`.
        """
        await templates.lock_templates(tx)
        facts, body = await _facts(tx, act.body), act.body
        act.check_facts(facts)
        name = signer_name(act.cms)
        version = Template(body.district, body.ownership, facts.version, body.text, act.id, received_at, name)
        await templates.insert_template(tx, version, act.actor.person_id)
        return TemplatePublished(version=facts.version)


async def _facts(tx: ReadTx, body: TemplateProposal) -> TemplateFacts:
    if not await templates.is_district(tx, body.district):
        raise Invalid("district_unknown", district=body.district)
    before = await templates.template_in_force(tx, body.district, body.ownership)
    with rules_hold():
        version = next_template(before, body.text)
    return TemplateFacts(district=body.district, ownership=body.ownership, version=version, sha256=body.text.sha256)
