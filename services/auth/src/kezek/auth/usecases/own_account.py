"""What a signed-in person sees and changes of the own account."""

from kezek.auth.adapters import store
from kezek.auth.adapters.redis import Cache, person_key
from kezek.contracts.languages import Language
from kezek.platform.actors import Actor
from kezek.platform.db import Tx


async def change_language(tx: Tx, cache: Cache, actor: Actor, language: Language) -> store.Account:
    """Speak another language from the next request on (domain §1)."""
    await store.update_language(tx, actor.person_id, language.value)
    await cache.forget(person_key(actor.person_id))
    return await store.load_account(tx, actor.person_id)
