"""What is told in the voucher regime of an inactive application and a declined place, in English."""

from kezek.notifications.domain.notice import NoticeKind
from kezek.notifications.domain.template import Template

WORDS: dict[NoticeKind, Template] = {
    NoticeKind.INACTIVE: Template(
        "No. {number}: the term is over, the application is inactive. Restore it by 24:00 {last_day}: {url}",
        "The application is inactive",
        "Nothing was answered in time, so the application is inactive: no place is offered. It can be restored once, "
        "in your personal cabinet, signed with your EDS, by 24:00 on {last_day}: your child stands in the queue again "
        "by the time of the application. If it is not restored, the child is removed from the queue.",
    ),
    NoticeKind.RESTORING_ENDS_SOON: Template(
        "No. {number}: a reminder: restore the application by 24:00 {last_day}: {url}",
        "A reminder: the application is still inactive",
        "The application is inactive, no place is offered. It can be restored in your personal cabinet, signed with "
        "your EDS, by 24:00 on {last_day}. If it is not, the child is removed from the queue, and a new application "
        "stands in it at a new time.",
    ),
    NoticeKind.RESTORED: Template(
        "No. {number}: the application was restored, your child is queued again. If it was not you: {url}",
        "The application was restored",
        "The application was restored, signed by an EDS. Your child is in the queue again by the time of the "
        "application. It cannot be restored a second time: if another term is let pass, the child is removed from the "
        "queue. If it was not you who restored it, call the support.",
    ),
    NoticeKind.NOT_RESTORED: Template(
        "No. {number}: the application was not restored in time, your child is removed: {url}",
        "Your child was removed from the queue",
        "The inactive application was not restored in time, so your child was removed from the queue. {again}",
    ),
    NoticeKind.RESTORED_BEFORE: Template(
        "No. {number}: a term was let pass again, your child is removed: {url}",
        "Your child was removed from the queue",
        "Again nothing was answered in time. This application had been restored once, so your child was removed from "
        "the queue. {again}",
    ),
    NoticeKind.DECLINED: Template(
        "No. {number}: the place was declined, your child is removed. If it was not you: {url}",
        "The place was declined",
        "The offered place was declined, signed by an EDS. The place goes to another child, and yours was removed "
        "from the queue. {again} If it was not "
        "you who declined it, call the support.",
    ),
}
