"""The contract of a referral is filled in for its family, once (domain §8.contract)."""

import asyncio
from dataclasses import dataclass
from uuid import UUID

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.ids import new_id
from kezek.contracts.kindergartens import Kindergarten
from kezek.contracts.lines import shown
from kezek.contracts.vocabulary import DocumentKind
from kezek.documents.adapters import contracts, copies, store, templates
from kezek.documents.adapters.files import Files
from kezek.documents.adapters.papers import Sheet, render_contract
from kezek.documents.domain.contract import Contract
from kezek.documents.domain.contract_fields import ContractFacts, Parties
from kezek.documents.domain.contract_paper import contract_page, contract_title
from kezek.documents.domain.contract_template import Template
from kezek.documents.domain.document import Document
from kezek.documents.domain.referral import Referral, Verdict, judge
from kezek.documents.usecases.paper_facts import PAPER_LANGUAGES, check_url, child_of, garden_of, name_of
from kezek.documents.usecases.save_paper import save_paper
from kezek.platform.actors import Actor
from kezek.platform.db import Database, Tx
from kezek.platform.errors import Conflict, NotFound, Unavailable
from kezek.platform.workdays import local_day


@dataclass(frozen=True)
class MadeContract:
    """A contract as a paper, and by which version of the template it was made."""

    contract: Contract
    paper: Document
    template: Template


@dataclass(frozen=True)
class Inputs:
    """What a contract is made of."""

    referral: Referral
    card: ApplicationCard
    kindergarten: Kindergarten
    contract: Contract
    template: Template


async def make_contract(
    database: Database, files: Files, actor: Actor, referral_id: UUID, public_url: str
) -> MadeContract:
    """The contract of one's own referral: made at first, the same ever after.

    Its number is settled in one transaction and its paper stored in another: no connection waits for the typesetter.

    Raises:
        NotFound: `referral_not_found`, also for somebody else's.
        Conflict: `referral_not_valid`.
        Unavailable: `application_not_complete_yet`.
    """
    async with database.write() as tx:
        inputs = await _settle(tx, actor, referral_id)
        paper = await store.find_paper(tx, DocumentKind.CONTRACT, inputs.referral.subject)
    if paper is None:
        made = await asyncio.to_thread(contract_pdf, inputs, public_url)
        sha256 = await files.put(made)
        async with database.write() as tx:
            paper = await _keep(tx, inputs, sha256, len(made))
    return MadeContract(inputs.contract, paper, inputs.template)


async def _settle(tx: Tx, actor: Actor, referral_id: UUID) -> Inputs:
    referral = await store.find_referral(tx, referral_id)
    if referral is None or referral.applicant_id != actor.person_id:
        raise NotFound("referral_not_found")
    card = await copies.cards.find(tx, referral.application_id)
    kindergarten = await copies.kindergartens.find(tx, referral.kindergarten_id)
    if card is None or kindergarten is None:
        raise Unavailable("application_not_complete_yet")
    contract = await contracts.find_contract(tx, referral_id)
    if contract is None:
        contract = await _number(tx, referral, kindergarten)
    template = await templates.template_by_act(tx, contract.template_id, kindergarten.district, kindergarten.ownership)
    return Inputs(referral, card, kindergarten, contract, template)


async def _number(tx: Tx, referral: Referral, kindergarten: Kindergarten) -> Contract:
    now = tx.now()
    if judge(referral, now) is not Verdict.VALID:
        raise Conflict("referral_not_valid", status=referral.status.value)
    in_force = await templates.template_in_force(tx, kindergarten.district, kindergarten.ownership)
    year = local_day(now).year
    return await contracts.number_contract(tx, referral.id, kindergarten.district, year, in_force.act_id, now)


async def _keep(tx: Tx, inputs: Inputs, sha256: str, size: int) -> Document:
    """The paper's row, of several that were made at once the first."""
    referral, contract = inputs.referral, inputs.contract
    await store.lock_referral(tx, referral.id)
    known = await store.find_paper(tx, DocumentKind.CONTRACT, referral.subject)
    if known is not None:
        return known
    kind, subject = DocumentKind.CONTRACT, referral.subject
    paper = Document(new_id(), kind, subject, sha256, size, contract.made_at, contract.number)
    await save_paper(tx, paper)
    return paper


def contract_pdf(inputs: Inputs, public_url: str) -> bytes:
    """The contract's bytes in Kazakh and Russian, whatever the names are made of; the same inputs give the same."""
    card, referral = inputs.card, inputs.referral
    parties = Parties(
        child=child_of(card),
        child_iin=card.child.iin,
        applicant_name=name_of(card.applicant),
        applicant_iin=card.applicant.iin,
        applicant_phone=shown(card.phone),
        applicant_email=shown(card.email),
        application_number=card.number,
        garden=garden_of(inputs.kindergarten),
    )
    number, made_at = inputs.contract.number, inputs.contract.made_at
    facts = ContractFacts(number, made_at, referral, parties)
    url = check_url(public_url, referral.check_code)
    pages = [contract_page(facts, inputs.template.text.in_(each), url, each) for each in PAPER_LANGUAGES]
    title = contract_title(number)
    return render_contract(Sheet(pages, f"{title.kk} · {title.ru}", url, made_at, number))
