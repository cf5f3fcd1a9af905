"""What a parent is told of escorts, in English."""

from kezek.notifications.domain.notice import NoticeKind
from kezek.notifications.domain.template import Template

WORDS: dict[NoticeKind, Template] = {
    NoticeKind.ESCORT_ADDED: Template(
        "No. {number}: an escort of your child was added. If it was not you, look: {url}",
        "An escort of your child was added",
        "You have added an escort of your child, who may bring it to the kindergarten and fetch it. This holds at "
        "once. If it was not you, remove them in the section Escorts of your cabinet, and tell the support.",
    ),
    NoticeKind.ESCORT_REMOVED: Template(
        "No. {number}: an escort was removed and fetches your child no more: {url}",
        "An escort was removed",
        "You have removed an escort, who may bring and fetch your child no more. This holds at once. If it was not"
        " you, tell the support.",
    ),
    NoticeKind.ESCORT_CHANGED: Template(
        "No. {number}: an escort's phone was changed. If it was not you, look: {url}",
        "An escort's phone was changed",
        "You have changed the phone of an escort: the one-time code goes only to the new number now. If it was not"
        " you, look at the section Escorts of your cabinet, and tell the support.",
    ),
    NoticeKind.ESCORT_HIRED: Template(
        "No. {number}: an escort works in the kindergarten now, add somebody else: {url}",
        "An escort works in the kindergarten",
        "An escort of your child works in its kindergarten, and none of the staff may be an escort. So the child "
        "is entrusted to them no more. If need be, add somebody else in the section Escorts.",
    ),
    NoticeKind.ESCORT_NOT_CONFIRMED: Template(
        "No. {number}: who your escort is was not confirmed, add them again: {url}",
        "Who your escort is was not confirmed",
        "The persons register did not confirm the escort whom you have added: IIN, name or age do not agree. The "
        "child is not entrusted to them. Check the data and add them again in the section Escorts.",
    ),
    NoticeKind.PICKUP_GIVEN: Template(
        "No. {number}: a code to fetch your child on {last_day} was given. If it was not you, look: {url}",
        "A code to fetch your child was given",
        "You have given a code by which your child can be fetched from the kindergarten once, on {last_day} only. If "
        "it was not you, withdraw the code in the section Pick-up codes of your cabinet, and tell the support.",
    ),
    NoticeKind.PICKUP_USED: Template(
        "No. {number}: your child was fetched from the kindergarten by a code. Who it was: {url}",
        "Your child was fetched by a code",
        "Your child was fetched from the kindergarten by the code that you gave, and a worker has marked it. Who "
        "fetched it and when stands in the section Pick-up codes of your cabinet. If you gave no code, call the "
        "kindergarten at once.",
    ),
    NoticeKind.MONTH_TO_APPROVE: Template(
        "No. {number}: your child's attendance sheet waits for your approval (month that ended on {last_day}): {url}",
        "Approve your child's month",
        "The kindergarten has closed your child's month with a signature; it ended on {last_day}. Open the page of "
        "your child's coming and leaving in your cabinet: approve the days if they are right, else say what is wrong.",
    ),
    NoticeKind.MONTH_REOPENED: Template(
        "No. {number}: your child's attendance sheet (month that ended on {last_day}) is open again, no need to "
        "approve it: {url}",
        "Your child's month is open again",
        "The kindergarten has opened your child's month, which ended on {last_day}, again with a signature: the sheet "
        "will be put right, so the earlier one and your word on it count no more. When the month is closed again you "
        "will be asked to approve the new sheet.",
    ),
}
