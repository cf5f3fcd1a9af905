"""The family answers a kindergarten's refusal, with words and scans, until the decision (domain §7.refused)."""

from collections.abc import Sequence
from uuid import UUID

from kezek.contracts.file_use import ReferralsFileKept
from kezek.contracts.files import FilePurpose
from kezek.contracts.hints import HintKind, officers, person
from kezek.contracts.ids import new_id
from kezek.platform import policies
from kezek.platform.act_rows import received_before
from kezek.platform.actors import Actor
from kezek.platform.db import ReadTx, Tx
from kezek.platform.errors import Conflict, NotFound, Unavailable, rules_hold
from kezek.platform.file_limits import limits_hold
from kezek.platform.file_receipts import ReceiptReader
from kezek.platform.workdays import local_day
from kezek.referrals.adapters import candidates, refusals
from kezek.referrals.domain.candidate import Candidate
from kezek.referrals.domain.refusal import FamilyFile, FamilyWord, Refusal, answered, is_under_review, sizes_with
from kezek.referrals.usecases.choose_place import load_own_candidate


async def load_own_refusal(tx: ReadTx, actor: Actor, application_id: UUID) -> tuple[Candidate, Refusal]:
    """The last refusal of one's own application.

    Raises:
        NotFound: `application_not_found`, also for somebody else's; `refusal_not_found`.
    """
    candidate = await load_own_candidate(tx, actor, application_id)
    refusal = await refusals.find_last_refusal(tx, application_id)
    if refusal is None:
        raise NotFound("refusal_not_found")
    return candidate, refusal


async def answer_refusal(
    tx: Tx, receipts: ReceiptReader, actor: Actor, application_id: UUID, words: str, tokens: Sequence[str]
) -> Refusal:
    """The refusal with the family's answer as its last; a decision that is just being signed is outdated by it.

    Raises:
        NotFound: `application_not_found`, also for somebody else's; `refusal_not_found`.
        Invalid: what is wrong with a receipt.
        Conflict: `no_refusal_under_review`, `answered_often_enough`, `file_used_already`, `too_many_files`,
            `files_too_large`.
        Unavailable: `earlier_act_not_finished`: the decision has come before.
    """
    await load_own_refusal(tx, actor, application_id)
    await candidates.lock_candidate(tx, application_id)
    candidate, refusal = await load_own_refusal(tx, actor, application_id)
    now = tx.now()
    if await received_before(tx, [str(application_id)], now):
        raise Unavailable("earlier_act_not_finished")
    if not is_under_review(candidate, refusal):
        raise Conflict("no_refusal_under_review")
    policy = await policies.load(tx, refusal.district, local_day(now))
    limits = {"files": policy.paper_files, "megabytes": policy.paper_megabytes}
    given = receipts.read_all(tokens, owner=actor.person_id, purpose=FilePurpose.REFUSAL_ANSWER, **limits)
    files = tuple(
        FamilyFile(each.file_id, each.owner_id, each.name, each.media_type.value, each.size, each.sha256)
        for each in given
    )
    word = FamilyWord(new_id(), words, now, files)
    with rules_hold():
        after = answered(refusal, word)
        limits_hold(sizes_with(refusal, files), **limits)
    await refusals.insert_word(tx, refusal, word)
    await _keep(tx, word)
    tx.hint(officers(refusal.district), HintKind.DESK, refusal.referral_id)
    tx.hint(person(actor.person_id), HintKind.CANDIDATE, application_id, candidate.version)
    return after


async def _keep(tx: Tx, word: FamilyWord) -> None:
    """Documents is told which files are kept from now on (ADR 32)."""
    for file in word.files:
        kept = ReferralsFileKept(
            file_id=file.id, owner_id=file.owner_id, purpose=FilePurpose.REFUSAL_ANSWER, about=word.id
        )
        await tx.publish(kept, version=1)


async def forget_refusals(tx: Tx, application_id: UUID) -> None:
    """Take out what kindergarten, family and officer wrote of a child that is forgotten, and let its files go."""
    for row in await refusals.forget_words(tx, application_id):
        gone = ReferralsFileKept(
            file_id=row.file_id,
            owner_id=row.owner_id,
            purpose=FilePurpose.REFUSAL_ANSWER,
            about=row.word_id,
            kept=False,
        )
        await tx.publish(gone, version=2)
