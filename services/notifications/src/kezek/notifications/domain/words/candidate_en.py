"""What is told of a child in the queue, its turn and its referral, in English."""

from kezek.notifications.domain.notice import NoticeKind
from kezek.notifications.domain.template import Template

WORDS: dict[NoticeKind, Template] = {
    NoticeKind.TURN_STARTED: Template(
        "No. {number}: your turn has come! Choose a place by 24:00 {last_day}: {url}",
        "Your child's turn has come",
        "Your child's turn has come. Choose a kindergarten in your personal cabinet by 24:00 on {last_day} and sign "
        "with your EDS. {otherwise}",
    ),
    NoticeKind.PLACE_BY_ROUND: Template(
        "No. {number}: a place at {kindergarten}! Confirm it by 24:00 {last_day}: {url}",
        "Your child has got a place",
        "The round of distribution gave your child a place: {kindergarten}. Confirm it in your personal cabinet by "
        "24:00 on {last_day} and sign with your EDS. {otherwise}",
    ),
    NoticeKind.PLACE_BY_ROUND_MOVED: Template(
        "No. {number}: you have longer. Confirm {kindergarten} by 24:00 {last_day}: {url}",
        "You have longer to confirm the place",
        "The working calendar has changed, so you have longer to confirm. The round of distribution gave your child a "
        "place: {kindergarten}. Confirm it in your personal cabinet by 24:00 on {last_day} and sign with your EDS. "
        "{otherwise}",
    ),
    NoticeKind.PLACE_BY_ROUND_ENDS_SOON: Template(
        "No. {number}: a reminder: confirm {kindergarten} by 24:00 {last_day}: {url}",
        "A reminder: the place is not confirmed yet",
        "The place that the round of distribution gave your child is not confirmed yet: {kindergarten}. Confirm it in "
        "your personal cabinet by 24:00 on {last_day} and sign with your EDS. {otherwise}",
    ),
    NoticeKind.ROUND_GAVE_NONE: Template(
        "No. {number}: the round had no place in your wished kindergartens. Your child waits: {url}",
        "Places were distributed: your child waits",
        "A round of distribution was held. This time there was no place in the kindergartens that you wish; your child "
        "keeps its place in the queue. Until the next round you can change your wishes in your cabinet.",
    ),
    NoticeKind.TURN_MOVED: Template(
        "No. {number}: your turn has come. The term is longer, choose by 24:00 {last_day}: {url}",
        "You have longer to choose a place",
        "The working calendar has changed, so you have longer to choose. Your child's turn has come: choose a "
        "kindergarten in your personal cabinet by 24:00 on {last_day} and sign with your EDS. {otherwise}",
    ),
    NoticeKind.TURN_ENDS_SOON: Template(
        "No. {number}: a reminder: choose a place by 24:00 {last_day}: {url}",
        "A reminder: no place is chosen yet",
        "Your child's turn has come, and no place is chosen yet. Choose a kindergarten in your personal cabinet by "
        "24:00 on {last_day} and sign with your EDS. {otherwise}",
    ),
    NoticeKind.TURN_LAPSED: Template(
        "No. {number}: the term for choosing is over. Your child keeps its position: {url}",
        "The term for choosing a place is over",
        "No place was chosen in time, so it is not held for you any more. Your child keeps its position, and no miss "
        "is counted. We tell you when the next place is there.",
    ),
    NoticeKind.TURN_ANNULLED: Template(
        "No. {number}: the place was annulled, the choice is off. Your child is in the queue again: {url}",
        "The place held for your child was annulled",
        "An officer of the education department annulled the place that was held for your child, so there is nothing "
        "to choose any more. Your child is in the queue again by the time of the application, and no miss is counted. "
        "We tell you when the next place is there.",
    ),
    NoticeKind.TURN_CLOSED: Template(
        "No. {number}: the kindergarten closed, the choice is off. Your child is in the queue again: {url}",
        "The kindergarten closed: the choice is off",
        "The kindergarten in which a place was held for your child has closed, so there is nothing to choose any "
        "more. Your child is in the queue again by the time of the application, and no miss is counted. We tell you "
        "when the next place is there.",
    ),
    NoticeKind.REFERRAL_ISSUED: Template(
        "No. {number}: referral No. {referral}: {kindergarten}. Come by 24:00 {last_day}: {url}",
        "Referral to a kindergarten issued",
        "Referral No. {referral} is issued: {kindergarten}. Come to the kindergarten by 24:00 on {last_day}. "
        "{otherwise} The papers for enrolment can be handed in from your personal cabinet, too, and the referral "
        "(PDF) is there.",
    ),
    NoticeKind.CHOSEN_AT_COUNTER: Template(
        "No. {number}: a place was chosen, referral No. {referral}. Come by 24:00 {last_day}: {url}",
        "A place was chosen at the education department",
        "An officer of the education department entered your choice from paper and signed it. Referral No. {referral} "
        "is issued: {kindergarten}. Come to the kindergarten by 24:00 on {last_day}. {otherwise} If you have made no "
        "such choice, call the support.",
    ),
    NoticeKind.REFERRAL_MOVED: Template(
        "No. {number}: referral No. {referral}: {kindergarten}. Valid longer, come by 24:00 {last_day}: {url}",
        "The referral is valid longer",
        "The working calendar has changed, so referral No. {referral} is valid longer: {kindergarten}. Come to the "
        "kindergarten by 24:00 on {last_day}. Even where the paper says the day of before, the referral is valid "
        "until this one: the page that the QR code opens shows it.",
    ),
    NoticeKind.REFERRAL_EXTENDED: Template(
        "No. {number}: referral No. {referral} was extended, come by 24:00 {last_day}: {url}",
        "An officer has extended the referral",
        "An officer of the education department has extended referral No. {referral}: {kindergarten}. Come to the "
        "kindergarten by 24:00 on {last_day}. {otherwise} A referral is extended once only. Even where the paper says "
        "the day of before, it is valid until this one.",
    ),
    NoticeKind.REFERRAL_ENDS_SOON: Template(
        "No. {number}: a reminder: referral No. {referral}, come by 24:00 {last_day}: {url}",
        "A reminder: the referral runs out",
        "Referral No. {referral} is valid until 24:00 on {last_day} only: {kindergarten}. Come to the kindergarten by "
        "then, or hand in the papers for enrolment in your personal cabinet: while they are looked at the term does "
        "not run. {otherwise}",
    ),
    NoticeKind.REFERRAL_CANCELLED: Template(
        "No. {number}: referral No. {referral} was cancelled, your child is queued again. If it was not you: {url}",
        "The referral was cancelled",
        "Referral No. {referral} was cancelled, signed by an EDS: {kindergarten}. Your child is in the queue again by "
        "the time of the application, and no miss is counted. It is not called for this place again. If it was not "
        "you who cancelled it, call the support.",
    ),
    NoticeKind.REFERRAL_VOIDED: Template(
        "No. {number}: the kindergarten closed, referral No. {referral} is void. Your child is queued again: {url}",
        "The kindergarten closed: the referral is void",
        "The kindergarten has closed, so referral No. {referral} is void: {kindergarten}. Your child is in the queue "
        "again by the time of the application, and no miss is counted. We tell you when the next place is there.",
    ),
    NoticeKind.ARRIVED: Template(
        "No. {number}: the kindergarten noted that you came, referral No. {referral} does not run out: {url}",
        "The kindergarten noted that you came",
        "The kindergarten noted that you came: {kindergarten}. The term of referral No. {referral} is stopped, it "
        "does not run out any more. The kindergarten enrols your child or refuses and says why: we tell you.",
    ),
    NoticeKind.PAPERS_SUBMITTED: Template(
        "No. {number}: the papers are handed in, the term of referral No. {referral} stands: {url}",
        "The papers are handed in",
        "The papers for enrolment are handed in: {kindergarten}. While they are looked at the term of referral No. "
        "{referral} does not run. We tell you of the decision.",
    ),
    NoticeKind.PAPERS_RETURNED: Template(
        "No. {number}: the papers were returned. Hand them in again by 24:00 {last_day}: {url}",
        "The papers were returned",
        "The kindergarten returned the papers for enrolment on referral No. {referral}: {kindergarten}. Your personal "
        "cabinet tells why. Mend them and hand them in again by 24:00 on {last_day}. {otherwise}",
    ),
    NoticeKind.PAPERS_RETURNED_WITHOUT_TERM: Template(
        "No. {number}: the papers were returned. Mend them and hand them in again, no term runs: {url}",
        "The papers were returned",
        "The kindergarten returned the papers for enrolment: {kindergarten}. Your personal cabinet tells why. Mend "
        "them and hand them in again. Referral No. {referral} does not run out: the kindergarten must enrol your "
        "child.",
    ),
    NoticeKind.REFERRAL_REFUSED: Template(
        "No. {number}: the kindergarten refused to enrol your child. Why, and your answer: {url}",
        "The kindergarten refused to enrol your child",
        "The kindergarten refused to enrol your child on referral No. {referral}: {kindergarten}. An officer of the "
        "education department is to decide. Your personal cabinet says why, and until the decision you can answer "
        "there and attach files. Meanwhile the referral does not run out.",
    ),
    NoticeKind.REFUSAL_UPHELD: Template(
        "No. {number}: the refusal stands, referral No. {referral} is closed. Why: {url}",
        "The refusal stands",
        "The officer of the education department upheld the kindergarten's refusal: {kindergarten}. Your child is not "
        "enrolled, referral No. {referral} is closed, and the place in the queue is not restored. Your personal "
        "cabinet tells why. {again}",
    ),
    NoticeKind.REFUSAL_OVERRULED: Template(
        "No. {number}: the refusal was overruled, the kindergarten must enrol your child: {url}",
        "The kindergarten must enrol your child",
        "The officer of the education department overruled the kindergarten's refusal: {kindergarten}. It must enrol "
        "your child on referral No. {referral}, which does not run out any more. Come to the kindergarten.",
    ),
    NoticeKind.REFERRAL_ACCEPTED: Template(
        "No. {number}: your child is enrolled: {kindergarten}. Congratulations! {url}",
        "Your child is enrolled",
        "Your child is enrolled on referral No. {referral}: {kindergarten}. Congratulations! In your personal cabinet "
        "you name who else may bring your child and fetch it.",
    ),
    NoticeKind.STOP_LISTED: Template(
        "No. {number}: the referral expired. Stop list through {last_day}, then in the queue again: {url}",
        "The referral expired",
        "Nobody came to the kindergarten in time, so referral No. {referral} is void. Your child is on the stop list "
        "up to and including {last_day}, and then stands in the queue again by the time of the application. Misses so "
        "far: {misses}; with too many of them the child is removed from the queue. An application for enrolment on "
        "this referral goes to the archive.",
    ),
    NoticeKind.STOP_LIST_MOVED: Template(
        "No. {number}: the referral expired. By the new calendar the stop list lasts through {last_day}: {url}",
        "The stop list ends on another day",
        "The former referral expired and is void. The working calendar has changed, the number of working days is the "
        "same. Your child is on the stop list up to and including {last_day}, and then stands in the queue again by "
        "the time of the application.",
    ),
    NoticeKind.RETURNED: Template(
        "No. {number}: your child is in the queue again, by the application's time. {url}",
        "Your child is in the queue again",
        "The stop list is over, and your child is in the queue again by the time of the application. Your personal "
        "cabinet shows the position.",
    ),
    NoticeKind.AGES_OUT_SOON: Template(
        "No. {number}: on {last_day} your child is too old and leaves the queue: {url}",
        "Your child will soon be too old for a kindergarten",
        "On {last_day} your child will be too old for a kindergarten and is removed from the queue. If the term of a "
        "choice, a referral or the stop list runs then, the child does not return to the queue when it ends but is "
        "removed.",
    ),
    NoticeKind.AGEING_MOVED: Template(
        "No. {number}: the day on which your child is too old has changed to {last_day}: {url}",
        "The day on which your child is too old for a kindergarten has changed",
        "The day that we told you before is not so any more: your child will be too old for a kindergarten on "
        "{last_day}, and until then it is not removed because of its age. When the day is near we shall tell you "
        "again.",
    ),
    NoticeKind.AGED_OUT: Template(
        "No. {number}: your child is too old now and was removed from the queue: {url}",
        "Your child was removed from the queue because of its age",
        "Your child has grown too old for a kindergarten and was removed from the queue. No place will be offered by "
        "this application any more. The district's education department tells of preparation for school.{stays}",
    ),
    NoticeKind.TOO_MANY_MISSES: Template(
        "No. {number}: your child was removed from the queue, referrals not used: {misses}. {url}",
        "Your child was removed from the queue",
        "Nobody came to the kindergarten in time, so referral No. {referral} is void. Referrals not used: {misses}, "
        "so your child was removed from the queue. An application for enrolment on this referral goes to the archive. "
        "{again}",
    ),
    NoticeKind.CLOSED: Template(
        "No. {number}: your child was removed from the queue. Why: {url}",
        "Your child was removed from the queue",
        "Your child was removed from the queue. The history of the application tells why.",
    ),
    NoticeKind.WITHDRAWN: Template(
        "No. {number}: the application was withdrawn. If it was not you, look: {url}",
        "The application was withdrawn",
        "The application was withdrawn, signed by an EDS. Your child is no longer in the queue, an offered place and "
        "a referral are void. If it was not you, call the support.{stays}",
    ),
    NoticeKind.MOVED: Template(
        "No. {number}: your child moved to the queue of another district. New number: {url}",
        "Your child moved to the queue of another district",
        "Your child moved to the queue of another district, this application is closed, and a place that was offered "
        "is given up. Your personal cabinet shows the number of the new application.",
    ),
    NoticeKind.DEPARTED: Template(
        "No. {number}: the kindergarten noted that your child has left. Why: {url}",
        "Your child has left the kindergarten",
        "The kindergarten noted that your child has left: {kindergarten}. Reason: {reason}. This application is "
        "closed. If you need a kindergarten, apply again. If it is not so, call the kindergarten or the support.",
    ),
    NoticeKind.DEPARTED_BY_CLOSING: Template(
        "No. {number}: the kindergarten closed, your child has left it. What to do: {url}",
        "The kindergarten has closed",
        "The kindergarten has closed: {kindergarten}. So your child has left it, and this application is closed. If "
        "you need another kindergarten, apply again.",
    ),
    NoticeKind.DEPARTED_KEEPING_TIME: Template(
        "No. {number}: the kindergarten closed. Apply again, the old time is kept: {url}",
        "The kindergarten has closed: you may apply again",
        "The kindergarten has closed: {kindergarten}. So your child has left it, and this application is closed. If "
        "you need another kindergarten, apply again: your child will be queued by the time of this former application.",
    ),
    NoticeKind.DEPARTED_BY_TRANSFER: Template(
        "No. {number}: another kindergarten enrolled your child, it has left the former one: {url}",
        "Your child has left its former kindergarten",
        "Another kindergarten enrolled your child, so it has left the former one: {kindergarten}. This application is "
        "closed, nothing is asked of you.",
    ),
    NoticeKind.TRANSFER_OVER: Template(
        "No. {number}: the transfer is over: the child left its kindergarten. What to do: {url}",
        "The transfer is over",
        "Your child has left its former kindergarten, so the transfer to another one is over. If a place is needed, "
        "make a new application.",
    ),
}
