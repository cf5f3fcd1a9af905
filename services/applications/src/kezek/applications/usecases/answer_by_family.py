"""A family hands in the papers that an officer asks for (domain §3.benefit): the time of the application stays."""

from collections.abc import Sequence
from uuid import UUID

from kezek.applications.adapters.applications import lock_own
from kezek.applications.domain.claim import Claim
from kezek.applications.usecases.decide_claim import answer_claim
from kezek.applications.usecases.papers import kept_files
from kezek.applications.usecases.renew_claim import renew_claim
from kezek.applications.usecases.saving import PURPOSES
from kezek.platform import policies
from kezek.platform.actors import Actor
from kezek.platform.db import Tx
from kezek.platform.errors import NotFound
from kezek.platform.file_receipts import ReceiptReader
from kezek.platform.given_files import given_files
from kezek.platform.workdays import local_day


async def answer_by_family(
    tx: Tx, receipts: ReceiptReader, actor: Actor, application_id: UUID, claim_id: UUID, tokens: Sequence[str]
) -> Claim:
    """The claim with the new papers, or a new one of the same, waiting for the officer.

    Raises:
        NotFound: `application_not_found`, also for somebody else's; `claim_not_found`.
        Invalid: what is wrong with a receipt.
        Conflict: `application_over`, `claim_asks_nothing`, `file_used_already`, `benefit_unknown`,
            `too_many_files`, `files_too_large`.
    """
    own = await lock_own(tx, actor.person_id, [application_id])
    if not own:
        raise NotFound("application_not_found")
    application, now = own[0], tx.now()
    kinds = {each.id: each.kind for each in application.claims}
    if claim_id not in kinds:
        raise NotFound("claim_not_found")
    policy = await policies.load(tx, application.made.district, local_day(now))
    given = given_files(tokens, receipts, actor.person_id, PURPOSES[kinds[claim_id]], policy)
    files = kept_files(given, now)
    if not application.claim(claim_id).asks_for_papers:
        return await renew_claim(tx, application, claim_id, files, now)
    return (await answer_claim(tx, application, claim_id, files, now)).claim(claim_id)
