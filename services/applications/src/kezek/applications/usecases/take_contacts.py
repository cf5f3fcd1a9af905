"""A person's applications take the contacts that the person has confirmed for the account (domain §3.undertaking)."""

from collections.abc import Collection
from uuid import UUID

from kezek.applications.adapters.applications import lock_own
from kezek.applications.adapters.store import find_account_contacts
from kezek.applications.domain.application import take_contacts
from kezek.applications.usecases.saving import save
from kezek.platform.actors import Actor
from kezek.platform.db import Tx
from kezek.platform.errors import NotFound, rules_hold


async def take_account_contacts(tx: Tx, actor: Actor, chosen: Collection[UUID] | None) -> None:
    """Change the chosen applications, or all live ones of the person; what has the contacts already stays as it is.

    Raises:
        NotFound: `application_not_found`, also for somebody else's; nothing is changed then.
        Conflict: `application_over`, likewise.
    """
    applications = await lock_own(tx, actor.person_id, chosen)
    if chosen is not None and len(applications) != len(set(chosen)):
        raise NotFound("application_not_found")
    # read under the locks: of two changes at once the later one has the newer contacts
    account = await find_account_contacts(tx, actor.person_id)
    for application in applications:
        with rules_hold():
            decision = take_contacts(application, account, tx.now())
        if decision is not None:
            await save(tx, application, decision)
