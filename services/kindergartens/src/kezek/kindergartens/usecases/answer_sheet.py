"""A parent approves the own child's closed month, or says what is wrong (domain §8.sheet)."""

from uuid import UUID

from kezek.contracts.hints import HintKind, kindergarten
from kezek.kindergartens.adapters import sheet_answers
from kezek.kindergartens.domain.sheet import Answer, check_answer
from kezek.platform.db import Tx
from kezek.platform.errors import NotFound, rules_hold


async def answer_sheet(tx: Tx, sheet_id: UUID, answer: Answer) -> None:
    """Keep the parent's word; it may be changed until the month is reopened.

    Raises:
        NotFound: `sheet_not_found`, also for one without an own child.
        Conflict: `sheet_reopened_already`, `sheet_not_asked`, `remark_required`.
    """
    sheet = await sheet_answers.share_sheet(tx, sheet_id)
    if sheet is None or not sheet.has(answer.application_id, answer.by):
        raise NotFound("sheet_not_found")
    with rules_hold():
        check_answer(sheet, answer)
    await sheet_answers.put_answer(tx, sheet_id, answer)
    tx.hint(kindergarten(sheet.kindergarten_id), HintKind.ATTENDANCE, sheet_id)
