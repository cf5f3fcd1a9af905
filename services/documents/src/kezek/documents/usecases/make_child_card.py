"""A worker takes the child's card of a referral to the own kindergarten as a PDF (domain §7.workroom).

It is made anew each time and kept nowhere: a benefit may have been confirmed since, and what is not stored cannot leak.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from kezek.contracts.applications import ApplicationCard
from kezek.contracts.kindergartens import Kindergarten
from kezek.documents.adapters import copies, store
from kezek.documents.adapters.papers import Sheet, render_child_card
from kezek.documents.domain.child_card import CardFacts, child_card_page
from kezek.documents.domain.referral import Referral
from kezek.documents.usecases.paper_facts import PAPER_LANGUAGES, check_url, child_of, garden_of, line_of, name_of
from kezek.platform.actors import Actor
from kezek.platform.db import ReadTx
from kezek.platform.errors import NotFound, Unavailable


@dataclass(frozen=True)
class ChildCard:
    """What the card is made of."""

    referral: Referral
    card: ApplicationCard
    kindergarten: Kindergarten


async def load_child_card(tx: ReadTx, actor: Actor, referral_id: UUID) -> ChildCard:
    """The card of a referral that stands, for who works in its kindergarten.

    Raises:
        NotFound: `referral_not_found`, also for another kindergarten's, and for one that is void.
        Unavailable: `application_not_complete_yet`.
    """
    referral = await store.find_referral(tx, referral_id)
    kindergarten_id = referral.subject.kindergarten_id if referral else None
    if referral is None or kindergarten_id is None or not actor.works_at(kindergarten_id):
        raise NotFound("referral_not_found")
    card = await copies.cards.find(tx, referral.application_id)
    kindergarten = await copies.kindergartens.find(tx, kindergarten_id)
    if card is None or kindergarten is None:
        raise Unavailable("application_not_complete_yet")
    return ChildCard(referral, card, kindergarten)


def child_card_pdf(of: ChildCard, public_url: str, now: datetime) -> bytes:
    """The card's bytes, in Kazakh and Russian, as of an instant."""
    card, benefits = of.card, of.card.benefits
    facts = CardFacts(
        child=child_of(card),
        child_iin=card.child.iin,
        applicant_name=name_of(card.applicant),
        application_number=card.number,
        garden=garden_of(of.kindergarten),
        benefits=None if benefits is None else tuple(replace(each, name=line_of(each.name)) for each in benefits),
    )
    url = check_url(public_url, of.referral.check_code)
    pages = [child_card_page(of.referral, facts, url, now, language) for language in PAPER_LANGUAGES]
    title = " · ".join(f"{page['title']} № {of.referral.number}" for page in pages)
    return render_child_card(Sheet(pages, title, url, now))
