import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Referral',
  titleOf: 'Referral No. {number}',
  where: 'Where to go',
  issued: 'Issued',

  todo: 'What to do',
  call: 'Call the kindergarten and agree on a time.',
  papers:
    'Ask which papers are needed. Usually these are the forms No.\u00a0065/\u2060у, No.\u00a0027/\u2060у and No.\u00a0052-2/\u2060у.',
  bring: 'Come to the kindergarten in time. Bring the papers and the referral: on the phone will do.',
  say: 'Tell the employee the number of the referral: {number}.',
  wait: 'Wait until the employee has accepted the child in Kezek and signed. The state becomes “Enrolled”, and a message comes.',
  photograph:
    'Get the forms No.\u00a0065/\u2060у, No.\u00a0027/\u2060у and No.\u00a0052-2/\u2060у, and photograph or scan them clearly.',
  sendPapers: 'Hand the copies in here in time and sign the contract. There is no need to come to the kindergarten.',
  waitForAnswer:
    'Wait for the kindergarten’s answer. Once the child is enrolled the state becomes “Enrolled”, and a message comes.',
  manual: 'Manual: once you have the referral',

  handIn: 'Admission papers',
  handInAgain: 'The kindergarten returned the papers: read why, mend them and hand them in again.',
  handInFirst: 'In this district papers are handed in here first. From then on the referral’s term stands.',
  handInMay: 'Copies of the papers may be handed in here, too. From then on the referral’s term stands.',
  handInNow: 'Hand the papers in',
  handedIn: 'See what was handed in',

  cancelTitle: 'If you have changed your mind',
  cancelUntil:
    'The referral may be cancelled {until}: that is no missed term, and the child stands in the queue again at its own time. After that it cannot be cancelled.',
  cancel: 'Cancel the referral',
  refusal: 'The kindergarten refused the child',
  refusalAnswer: 'Read the reason, and answer',
  refusalRead: 'Read the reason and the decision',

  ending_refusal: 'The refusal on paper',
  ending_refusalAbout: 'A PDF in Kazakh and Russian. It tells the decision and its day, not the reason.',
  ending_refusalView: 'View the refusal (PDF)',
  ending_departure: 'Departure note',
  ending_departureAbout:
    'A PDF in Kazakh and Russian. It may be shown at the kindergarten or school the child goes to.',
  ending_departureView: 'View the note (PDF)',

  paper: 'The referral on paper',
  paperAbout: 'A PDF in Kazakh and Russian, with a QR code. You need not print it.',
  coming: 'The paper is being made and appears within seconds.',
  view: 'View',
  viewOne: 'View: referral No. {number}, opens in a new page',
  download: 'Download',
  downloadOne: 'Download: referral No. {number}',
  atCounter: 'An officer chose the place',
  atCounterAbout:
    'An officer of the education department entered the choice from the paper that you signed, and signed it. If you have signed no such paper, call the support.',
  openScan: 'Open the scan of the paper: {name}',
  code: 'Code to check it by',
  codeAbout: 'With this code anybody can check whether the referral is valid. It shows nothing about the child.',
  check: 'Check this referral',

  accepted: '{name} is enrolled in the kindergarten.',
  swapped: 'By a swap {name} goes to another kindergarten now: {garden}.',
  swap: 'Swap of places',
  swapAbout: 'You may swap kindergarten places with another family.',
  acceptedAbout: 'The referral is used. There is nothing to do.',
  expired: 'The referral ran out and is not valid any more.',
  voided: 'The referral is void, it is not valid any more.',
  cancelled: 'You cancelled the referral yourself.',
  refused: 'The refusal of the kindergarten stands, the referral is closed.',
  departed: 'The child has left the kindergarten, the referral is closed.',
  voidedByClosing: 'The kindergarten has closed, the referral is not valid any more.',
  returned: '{name} is in the queue again by the time of the application. It does not count as a missed term.',
  expiredAbout: 'The place is not kept for your child any more.',
  stopListed: 'On the stop list {until}. Then {name} returns to their own position in the queue.',
  position: 'See the position in the queue',

  none: 'This application has no referral.',
  noneAbout: 'It appears here once you have chosen a place and signed.',
  choose: 'See the free places',
} as const satisfies English<typeof kk>
