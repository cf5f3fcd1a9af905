import { heading, important, list, type Manual, note, paragraph, steps } from '../model'
import { ageing, reminder } from './shared.en'

export default {
  id: 'rules',
  sections: [
    {
      id: 'queue',
      title: 'Which queue, which place',
      blocks: [
        paragraph(
          'This page is the Algorithm that one reads before applying. The terms are told here as they are as a rule: a district’s policy may set others. The exact term of your child stands in your account. If the policy changes, a term that has begun does not.',
        ),
        list(
          '**One queue for one district, one birth year, one kind of group.** The “group year” is the child’s birth year.',
          '**One application for a child.** In the whole region only one is live at a time.',
          '**Registration.** The child is registered in this district, permanently or for a time.',
          '**Age.** A child is called from the age of {fromYears} years on, and below {belowYears}.',
          ageing,
          '**Language.** A child is called only for places with a language of instruction chosen in the application.',
        ),
        note(
          'A child enters the queue of correctional groups by the commission’s confirmed conclusion; until then it waits in the general queue.',
        ),
      ],
    },
    {
      id: 'order',
      title: 'In which order children stand',
      blocks: [
        paragraph(
          'Every queue has three classes. Within a class children stand by the day and time at which the application was signed.',
        ),
        list(
          '**Extraordinary:** children of servicemen and of staff of special state bodies, also of those killed, dead or missing in service.',
          '**Priority:** children with a parent who has a disability; orphans and children without parental care; children of large families; children with special educational needs; children in whose family a child with a disability grows up; teachers’ children.',
          '**General terms:** all other children.',
        ),
        steps(
          'First all extraordinary children are called.',
          'Then one priority child.',
          'Then {generals} children on general terms.',
          'This order, one and {generals}, is repeated. Where a class has no children the other goes on.',
        ),
        paragraph(
          '**An example** (where three are called on general terms). In the queue stand one extraordinary child (E1), two priority children (P1, P2) and five on general terms (G1 to G5). They are called in this order: E1, P1, G1, G2, G3, P2, G4, G5.',
        ),
        note(
          'If a new priority child with an earlier application comes after P1 was called, G1, G2 and G3 are called first all the same. The position you see is counted by this merged order.',
        ),
        paragraph(
          '**In districts with vouchers** the order is another: all children of category 1 (extraordinary) are called first, then category 2 (priority), at last category 3 (general terms). Within a category by date and time, and categories do not take turns. Which order your district has is said on the page of the child’s position.',
        ),
        paragraph(
          '**The yearly sorting.** In these districts an administrator signs once a year, as a rule from 30 June on, that the queues are sorted anew: a child whose date of birth was corrected goes over to the queue of its year with its own time, the others stand by their time and confirmed category. The tab History says so.',
        ),
        paragraph(
          '**Distribution in rounds.** In these districts nobody is called for a single free place: an officer holds and signs a round of distribution over the whole district. A family orders kindergartens on the page “Wished kindergartens” (ten at most) and may change the list until the next round. Each child, by category, time and number of the application, gets the first free place of its list; twins get places in one kindergarten unless they may part. A family that gets a place confirms it in its term, the others stand on the waiting list: the place in each kindergarten’s list shows on that page.',
        ),
        note(
          'An officer confirms a benefit by its paper, working days: {reviewDays}. Until then the child waits on general terms, then it moves to its class and keeps its time. Twins stand next to each other: the earlier time and the better class are for all of them.',
        ),
      ],
    },
    {
      id: 'turn',
      title: 'When the turn comes',
      blocks: [
        steps(
          'A kindergarten publishes a free place and signs it.',
          'The system calls the first child whom the place fits, and holds the place for it.',
          'The family gets an SMS and a letter. The state becomes “Called to choose a place”.',
          'The family chooses the place and signs with its EDS. A family without EDS writes its choice on paper, signs it and brings it to the education department of the district: an officer enters it and signs.',
          'The referral is ready at that moment.',
        ),
        important(
          'Choose within {choiceDays} working days after the day on which the place was offered, until 24:00 of the last one. Without a choice the place opens to free choice. The child stays at its position in the queue, and no miss is counted.',
        ),
        heading('Free choice'),
        list(
          'An open place can be taken by any child that waits in this queue: old enough, not on the stop list, without a referral.',
          'The first signature to arrive has the place.',
          'No messages are sent about these places. They stand among the [free places](/vacancies).',
          'The languages chosen in the application do not limit it here.',
        ),
      ],
    },
    {
      id: 'referral',
      title: 'Referral, stop list, missed terms',
      blocks: [
        important(
          'A referral is valid for {referralDays} working days after the day it was issued, until 24:00 of the last one. In that time the family must come to the kindergarten: when the worker notes “The family came”, or accepts the child, the term stops.',
        ),
        list(
          '**When the term has passed:** the referral is void, the place is offered to the next child, the child is on the stop list for {stopListDays} working days, and one miss is counted.',
          '**On the stop list** no place is offered. At 24:00 of its last day the child returns to its own position, by the time of its application.',
          '**After {missesUntilRemoval} misses** the child is removed from the queue.',
          '**Once accepted,** the child stands in the kindergarten’s list, and the queue application is over.',
          '**If you withdraw the application** (before enrolment, signed with your EDS): the child leaves the queue, an offered place and a referral go to the next child at once, no miss is counted.',
          '**If you move to another district** (while in the queue, called or on the stop list, signed with your EDS): the child enters the queue of the new district, misses and the stop list go along. Whether the old time is kept is the rule of the new district, and written in what you sign.',
        ),
        list(
          '**Cancelling a referral:** the family may, within {cancelHours} hours, with its EDS. There is no missed term, the child stands at its own place again, and the place in the kindergarten is offered to the next child.',
          '**A refusal by the kindergarten:** an officer reads its reason and the family’s answer, and decides. Upheld, the child is not enrolled and its place in the queue is not restored. Overruled, the kindergarten must accept. No term runs during the review and after it.',
          '**A swap:** the families of two enrolled children of one district, in groups of one year, language and kind, may change kindergartens. One proposes it and gives a code, the other joins by the code, both with their EDS. Then both kindergartens have to approve: on the day of the second approval the children change at once, no place is published. Until then either family may cancel. All of it within {swapDays} calendar days.',
          '**Extension:** where the district’s policy allows it, an officer extends the term once, with a reason.',
        ),
      ],
    },
    {
      id: 'vouchers',
      title: 'In districts with vouchers',
      blocks: [
        paragraph(
          'This regime has no free choice and no stop list. Which regime your district has, and until when your own term runs, the message and your personal cabinet tell.',
        ),
        list(
          '**Confirming a place:** within two working days as a rule. If they pass without an answer, the place goes to the next child and the application becomes “Inactive”. No miss is counted.',
          '**Papers:** within {referralDays} working days after the referral (voucher), as a rule, the papers are handed in to the kindergarten and the contract is signed. Otherwise the referral is void and the application inactive.',
          '**For an inactive application** no place is offered; its number and time are kept. The family may restore it once, with its EDS, within 28 calendar days as a rule: the child stands in the queue again at its own time. If it is not restored, or another term is let pass after that, the child is removed from the queue.',
          '**Declining a place:** if the family declines an offered place or a referral, with its EDS, the child is removed from the queue. In these districts a referral is not cancelled within {cancelHours} hours.',
        ),
      ],
    },
    {
      id: 'transfer',
      title: 'Transfer to another kindergarten',
      blocks: [
        list(
          '**Who may ask:** whoever made the application by which the child is enrolled. The application’s page has the link «Ask for a transfer»; it is signed with the EDS. Only one transfer runs at a time.',
          '**The place in the queue:** in the queue of the birth year, behind all children who have no place yet, by the time of the signature. A benefit does not change that.',
          '**The kindergarten:** the child stays in its present one until another enrols it. Places of its present kindergarten are not offered to it.',
          '**Once enrolled:** at the same instant the child leaves the former kindergarten; the former place is not given back.',
          '**If the child leaves its present kindergarten before, or that is closed,** the transfer is over; a term for choosing or a referral that runs comes to its own end first. Then a new application may be made; who does not want to wait withdraws the transfer.',
          '**If a swap brings the child to another kindergarten meanwhile,** that is its present one. A place offered, or a referral, there ends without a miss, and the transfer stays in the queue.',
          '**If the new kindergarten is closed after the transfer,** the child is queued by the time of its oldest application: nothing is lost by the transfer.',
        ),
      ],
    },
    {
      id: 'terms',
      title: 'How terms are counted',
      blocks: [
        list(
          '**Working days** are those of Kazakhstan: without weekends, holidays and days off that were moved, with working days that were moved.',
          '**They begin** on the day after. If a place is offered on a Monday, the first working day is Tuesday.',
          '**They end** at 24:00 of the last working day, by the time of Kazakhstan (UTC+5). A signature at 24:00 sharp is late.',
          '**A signature counts** from the moment it arrived in Kezek. If checking it takes longer, that moment counts.',
          reminder,
          '**If the calendar changes:** when a coming day becomes a day off, an open term ends later and the family is told. A term is never shortened.',
        ),
      ],
    },
    {
      id: 'promises',
      title: 'What Kezek promises',
      blocks: [
        list(
          'No place is given to two children, and no child has two places.',
          'Nobody can change the order. There is no button to call a chosen child.',
          'Every change is written on the tab “History”: day, reason and rule.',
          'What was signed, and the signatures, are kept for good and can be checked later.',
        ),
      ],
    },
    {
      id: 'law',
      title: 'The law behind it',
      blocks: [
        list(
          'Order No. 254 of 19 June 2020 approving the Rules for state services in pre-school education: the application, the classes and their order, enrolment.',
          'The Algorithm of queueing and referrals (the region’s leaflet for parents): the term for choosing, free choice, the term of a referral, the stop list, missed terms.',
          'The district’s policy in force: the rules of Kezek, where the first two are silent.',
        ),
        paragraph('On the tab “History” of your application every line tells on which of them it rests.'),
      ],
    },
  ],
} as const satisfies Manual
