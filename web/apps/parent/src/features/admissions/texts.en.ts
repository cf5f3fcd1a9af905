import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  back: 'My children',
  title: 'Journal of admission applications',
  lead: 'To open an application press the triangle on its left.',
  empty: 'There are no admission applications yet.',
  emptyAbout: 'Once a referral is issued, papers for the child’s admission are handed in here.',
  papers: 'Hand papers in',
  open: '▶ Open',
  openOne: '▶ Open: {number}',
  one: 'Admission application',
  oneOf: 'Admission application No. {number}',
  tabs: 'Parts of the application',
  now_submitted:
    'The kindergarten looks at the papers. The referral’s term does not run, there is nothing to do now. You are told what is decided.',
  now_rejected: 'The kindergarten returned the papers. Read why, mend them and hand them in again.',
  now_refused: 'The application was not accepted. No papers are taken on this referral.',
  now_accepted: 'The child is enrolled.',
  now_archived:
    'The referral ended and the application was archived. What comes next stands on the page “My children”.',
  againUntil: 'Hand the papers in again {until}. Else the referral ends and the application is archived.',
  again: 'Hand the papers in again',
  aboutApplicant: 'The applicant',
  aboutChild: 'The child',
  aboutApplication: 'The application',
  attached: 'Attached by you',
  made: 'Made by the system',
  referral: 'Referral No. {number}',
} as const satisfies English<typeof kk>
