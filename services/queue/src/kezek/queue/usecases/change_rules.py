"""What all changes of the rules have in common: nothing is published between what was signed and its receipt."""

from kezek.platform.acts import BodyT, FactsT, ResultT, SignedAct
from kezek.platform.db import Tx
from kezek.queue.adapters.publications import share_publications


class ChangeOfRules(SignedAct[BodyT, FactsT, ResultT]):
    """A signed act whose subject is all that is published."""

    async def lock(self, tx: Tx, subject: str) -> None:
        """Keep what is published as it is until the receipt is stored."""
        del subject
        await share_publications(tx)
