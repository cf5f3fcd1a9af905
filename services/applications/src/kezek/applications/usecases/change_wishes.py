"""A family changes the languages it wants, or whether its twins may be apart; without a signature (domain §2.acts)."""

from uuid import UUID

from kezek.applications.adapters.applications import list_twins_of, lock_own
from kezek.applications.domain import wishes
from kezek.applications.usecases.saving import save
from kezek.contracts.vocabulary import InstructionLanguage
from kezek.platform.actors import Actor
from kezek.platform.db import Tx
from kezek.platform.errors import NotFound, rules_hold


async def change_wishes(
    tx: Tx, actor: Actor, application_id: UUID, languages: tuple[InstructionLanguage, ...], *, separate_places: bool
) -> None:
    """Change this application; the switch of twins is that of all who are linked.

    Raises:
        NotFound: `application_not_found`, also for somebody else's.
        Conflict: `application_over`.
    """
    together = {application_id, *await list_twins_of(tx, application_id)}
    own = await lock_own(tx, actor.person_id, together)
    if application_id not in {each.id for each in own}:
        raise NotFound("application_not_found")
    for application in own:
        mine = application.id == application_id
        if not (mine or application.live):
            continue
        wanted = languages if mine else application.order.languages
        with rules_hold():
            decision = wishes.change_wishes(application, wanted, tx.now(), separate_places=separate_places)
        if decision is not None:
            await save(tx, application, decision)
