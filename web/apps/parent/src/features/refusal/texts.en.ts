import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  back: 'Referral',
  title: 'The kindergarten refused the child',
  waits:
    'An officer of the education department reads the kindergarten’s reason and your answer, and decides. No term runs meanwhile, you lose nothing.',
  ifOverruled: 'If the refusal is overruled, the kindergarten must accept the child.',
  ifUpheld: 'If it is upheld, the child is not enrolled, and its place in the queue is not restored.',
  decision: 'Decision',
  decisionWords: 'Reason of the decision',
  decidedAt: 'Decided at',
  thenOverruled:
    'Come to the kindergarten with the referral: it must accept the child and cannot refuse again. No term runs any more.',
  thenUpheld: 'The application is over. If you wish, you may apply anew: that one stands in the queue at its new time.',
  kindergartenSays: 'The kindergarten’s reason',
  reason: 'Reason',
  words: 'Explanation',
  refusedAt: 'Refused at',
  answers: 'Your answers',
  answer: 'Answer',
  answerAbout: 'You may answer until the decision. Nothing is signed. What was sent cannot be changed.',
  yourWords: 'Your words',
  yourWordsHint: {
    one: 'Write what happened, and what you do not agree with. You may answer {n} more time.',
    other: 'Write what happened, and what you do not agree with. You may answer {n} more times.',
  },
  answerMissing: 'Write your answer',
  papers: 'Papers that show it (if there are any)',
  waitsForFile: 'Wait until the file is sent, or take it out',
  send: 'Send the answer',
  sending: 'Sending…',
} as const satisfies English<typeof kk>
