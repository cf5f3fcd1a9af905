"""What is told of a transfer that a swap has overtaken, in English."""

from kezek.notifications.domain.notice import NoticeKind
from kezek.notifications.domain.template import Template

WORDS: dict[NoticeKind, Template] = {
    NoticeKind.TURN_FOR_NOTHING: Template(
        "No. {number}: the offered place was in the kindergarten your child is in by now, the offer is off: {url}",
        "The offered place is not needed any more",
        "Your child has come to another kindergarten by a swap, and the place offered to the transfer was in the same "
        "one. So the offer is off, and no miss is counted. The transfer stays in the queue: if no other kindergarten "
        "is needed, withdraw it.",
    ),
    NoticeKind.REFERRAL_FOR_NOTHING: Template(
        "No. {number}: your child is in this kindergarten by now, referral No. {referral} is not needed: {url}",
        "The referral is not needed any more",
        "By a swap your child has come to the kindergarten to which referral No. {referral} led: {kindergarten}. So "
        "the referral is closed, and no miss is counted. The transfer stays in the queue: if no other kindergarten is "
        "needed, withdraw it.",
    ),
}
