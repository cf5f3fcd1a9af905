"""What is told of swaps, in English."""

from kezek.notifications.domain.notice import NoticeKind
from kezek.notifications.domain.template import Template

WORDS: dict[NoticeKind, Template] = {
    NoticeKind.SWAP_PROPOSED: Template(
        "No. {number}: you have proposed a swap of places. If it was not you, look: {url}",
        "A swap was proposed",
        "You have proposed to swap your child's place, the new kindergarten: {kindergarten}. Give the code to the "
        "other family: it stands in your account. The swap is to be agreed on by 24:00 on {last_day}. If it was not "
        "you, cancel it in your account and call the support.",
    ),
    NoticeKind.SWAP_JOINED: Template(
        "No. {number}: both families have signed the swap. The kindergartens decide: {url}",
        "Both families have signed the swap",
        "Both families have signed the swap, your child's new kindergarten: {kindergarten}. Now both kindergartens "
        "have to approve, by 24:00 on {last_day}. On the day on which both have, the children change at once. Until "
        "then you may cancel in your account.",
    ),
    NoticeKind.SWAP_APPROVED: Template(
        "No. {number}: one kindergarten approved the swap ({kindergarten}): {url}",
        "One kindergarten has approved the swap",
        "The kindergarten that has approved the swap: {kindergarten}. The other one is to decide by 24:00 on "
        "{last_day}. If it approves, too, the children change at once, on that day.",
    ),
    NoticeKind.SWAP_DONE: Template(
        "No. {number}: the swap is done, your child's kindergarten now: {kindergarten}: {url}",
        "Your child is in another kindergarten now",
        "Both kindergartens have approved, the children have changed places. Your child's kindergarten now: "
        "{kindergarten}. Ask there when to come.",
    ),
    NoticeKind.SWAP_CANCELLED: Template(
        "No. {number}: a family cancelled the swap, your child stays where it is: {url}",
        "No swap: one of the families has cancelled",
        "One of the families has cancelled the swap. Your child stays in its kindergarten, nothing is to be done. "
        "You may propose a new swap.",
    ),
    NoticeKind.SWAP_DECLINED: Template(
        "No. {number}: a kindergarten declined the swap. Why: {url}",
        "A kindergarten has declined the swap",
        "The kindergarten that has declined the swap: {kindergarten}. The reason stands in your account. Your child "
        "stays in its kindergarten.",
    ),
    NoticeKind.SWAP_ENDS_SOON: Template(
        "No. {number}: a reminder: the swap is to be agreed on by 24:00 {last_day}: {url}",
        "A reminder: the swap is not agreed on yet",
        "By 24:00 on {last_day} both families and both kindergartens have to agree to the swap, your child's new "
        "kindergarten: {kindergarten}. Your account shows who has not yet. Otherwise there is no swap, and your child "
        "stays in its kindergarten.",
    ),
    NoticeKind.SWAP_EXPIRED: Template(
        "No. {number}: the swap was not agreed on in time, your child stays: {url}",
        "The swap was not agreed on in time",
        "The term for agreeing on the swap is over: {last_day}. Your child stays in its kindergarten. You may "
        "propose a new swap.",
    ),
    NoticeKind.SWAP_VOIDED: Template(
        "No. {number}: the swap is void. Why: {url}",
        "The swap is void",
        "One of the children has left its kindergarten or gone over to another group, or one of the kindergartens was "
        "closed, so there is no swap. The reason stands in the history of the application. You may propose a new swap.",
    ),
}
