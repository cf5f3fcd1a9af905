"""What is told of an application and its papers, in English."""

from kezek.notifications.domain.notice import NoticeKind
from kezek.notifications.domain.template import Template

WORDS: dict[NoticeKind, Template] = {
    NoticeKind.CONTACTS_CHANGED: Template(
        "No. {number}: the application's contacts were changed. If it was not you, look: {url}",
        "The application's contacts were changed",
        "The contacts of the application were replaced, messages about it will go to another address or number. "
        "If it was not you, sign in with your EDS, end all sessions and call the support.",
    ),
    NoticeKind.TO_CHECK: Template(
        "No. {number}: the application is taken, the register is silent and is asked later. Its time stays: {url}",
        "The application is taken and checked later",
        "Your application is taken. The persons register does not answer now; when it does, the data are "
        "checked by themselves and your child is queued at the time of the application. You need not do "
        "anything.",
    ),
    NoticeKind.UNDER_REVIEW: Template(
        "No. {number}: under review, an officer compares the papers. Its time stays: {url}",
        "The application is under review",
        "Your application is taken. An officer of the education department compares the papers. Once they are "
        "confirmed your child is queued at the time of the application.",
    ),
    NoticeKind.QUEUED: Template(
        "No. {number}: your child is in the queue, by the application's time: {url}",
        "Your child is in the queue",
        "The application was checked, and your child stands in the queue by its time. Your personal cabinet "
        "shows the position.",
    ),
    NoticeKind.REJECTED: Template(
        "No. {number}: the application was rejected. Why, and what to do: {url}",
        "The application was rejected",
        "The application was rejected. Its history tells why. Once that is mended you can apply again.",
    ),
    NoticeKind.BETTER_COPY_ASKED: Template(
        "No. {number}: another copy of a paper is needed. Why, and where to send it: {url}",
        "Another copy of a paper is needed",
        "The officer asks for another copy of a paper. Your personal cabinet tells why, and takes the new "
        "copy. The application keeps its time.",
    ),
    NoticeKind.CLAIM_CONFIRMED: Template(
        "No. {number}: the officer confirmed your papers: {url}",
        "Your papers are confirmed",
        "The officer confirmed your papers. The history of the application tells what has changed.",
    ),
    NoticeKind.CLAIM_REJECTED: Template(
        "No. {number}: a paper was rejected, the application keeps its time. Why: {url}",
        "A paper was rejected",
        "The officer rejected a paper, so it does not count. Your child waits at the time of the application. Your "
        "personal cabinet tells why, and takes a new paper.",
    ),
    NoticeKind.PROOF_ENDS_SOON: Template(
        "No. {number}: the proof of the benefit holds until {last_day}. Send a new one: {url}",
        "The proof of the benefit runs out",
        "The proof of the benefit holds up to and including {last_day}. Send a new one in your personal "
        "cabinet, or the benefit counts no more; the application keeps its time.",
    ),
    NoticeKind.PROOF_EXPIRED: Template(
        "No. {number}: the benefit ran out, the application keeps its time: {url}",
        "The benefit ran out",
        "The proof of the benefit ran out, and it counts no more. Your child waits at the time of the application. "
        "A new proof can be sent in your personal cabinet.",
    ),
    NoticeKind.PROOF_DUE: Template(
        "No. {number}: prove the benefit by 24:00 {last_day}: {url}",
        "The benefit is to be proved",
        "Your child's turn has come. Send the proof of the benefit in your personal cabinet by 24:00 on "
        "{last_day}, or the benefit counts no more.",
    ),
}
