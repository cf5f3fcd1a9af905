"""A decision is saved whole, in one transaction: difference, events, history, deadlines (architecture §promises)."""

from collections.abc import Sequence

from kezek.applications.adapters.applications import (
    insert_application,
    load_card,
    update_application,
    update_card,
    update_made,
)
from kezek.applications.adapters.journal import insert_history
from kezek.applications.domain.application import Application, Decision
from kezek.applications.domain.claim import Claim, ClaimFile, benefits_shown
from kezek.applications.usecases.card_benefits import card_benefits
from kezek.applications.usecases.publishing import event_of
from kezek.contracts.applications import ApplicationCard
from kezek.contracts.file_use import ApplicationsFileKept
from kezek.contracts.files import FilePurpose
from kezek.contracts.hints import HintKind, officers
from kezek.contracts.vocabulary import ClaimKind
from kezek.platform.db import Tx


async def save_new(tx: Tx, decision: Decision, card: ApplicationCard) -> None:
    """Write a new application with its card, its claims, its events and its first lines."""
    new = decision.application
    await _keep_files(tx, await insert_application(tx, new, card))
    if new.claims:
        tx.hint(officers(new.made.district), HintKind.DESK, new.id, new.version)
    await tx.publish(card, version=new.version, occurred_at=decision.at)
    await _tell(tx, decision)


async def save(tx: Tx, before: Application, decision: Decision) -> None:
    """Write what a decision changed, with its lines; new contacts or benefits are a new version of the card.

    Raises:
        StaleStateError: when `before` is not what is stored.
    """
    after = decision.application
    if after != before:
        await _keep_files(tx, await update_application(tx, before, after))
    if after.made != before.made:
        await update_made(tx, after.id, after.made)
    if after.claims != before.claims:
        tx.hint(officers(after.made.district), HintKind.DESK, after.id, after.version)
    if after.contacts != before.contacts or benefits_shown(after.claims) != benefits_shown(before.claims):
        await tx.publish(await _renew_card(tx, after), version=after.version, occurred_at=decision.at)
    await _tell(tx, decision)


async def _renew_card(tx: Tx, after: Application) -> ApplicationCard:
    """The card, which is locked with its application, with the contacts and benefits of now.

    Raises:
        LookupError: when the application has no card.
    """
    card = await load_card(tx, after.id)
    if card is None:
        raise LookupError(after.id)
    contacts = {"phone": after.contacts.phone, "email": after.contacts.email}
    new = card.model_copy(update={**contacts, "benefits": await card_benefits(tx, after.claims)})
    await update_card(tx, new)
    return new


async def _keep_files(tx: Tx, new: Sequence[tuple[Claim, ClaimFile]]) -> None:
    """Documents is told which files are kept with claims from now on (ADR 32); twins' are told once."""
    for claim, file in new:
        if file.owner_id is not None:
            purpose, about = PURPOSES[claim.kind], claim.shared_with or claim.id
            kept = ApplicationsFileKept(file_id=file.id, owner_id=file.owner_id, purpose=purpose, about=about)
            await tx.publish(kept, version=1)


PURPOSES = {
    ClaimKind.REGISTRATION: FilePurpose.REGISTRATION,
    ClaimKind.REPRESENTATION: FilePurpose.REPRESENTATION,
    ClaimKind.BENEFIT: FilePurpose.BENEFIT_PROOF,
    ClaimKind.SPECIAL_NEEDS: FilePurpose.COMMISSION_CONCLUSION,
}


async def _tell(tx: Tx, decision: Decision) -> None:
    """Each step is an event with the state after all of them; their versions end at the application's."""
    after = decision.application
    first = after.version - len(decision.steps) + 1
    for version, step in enumerate(decision.steps, start=first):
        await tx.publish(event_of(after, step), version=version, occurred_at=decision.at)
    for line in decision.lines:
        await insert_history(tx, line)
