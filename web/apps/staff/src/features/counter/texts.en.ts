import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Enter a paper application',
  lead: '{district}. A signed paper of a family without EDS: the moment of your signature is the time of the application.',
  who: 'Who, and for which child',
  applicantIin: 'IIN of the applicant',
  applicantHint: 'Check who it is by the identity card.',
  childIin: 'IIN of the child',
  look: 'Ask the register',
  looking: 'Asking the register…',
  isLogged: 'That you asked stays in the log that the family reads.',
  known: 'By the register',
  applicant: 'Applicant',
  applicantUnknown: 'The register does not know the applicant: the paper cannot be entered.',
  child: 'Child',
  born: 'Born on',
  registered: 'Registered in',
  notOwn:
    'By the register this is not the applicant’s child. Who represents the child is ticked below with the papers: an officer decides on them.',
  anotherDay:
    'The birth date is not the one in the IIN. This hinders nothing: the register’s date counts, or that of the papers where there is none.',
  elsewhere:
    'The child is not registered in this district: “Non-resident” is ticked, and a paper on the registration attached.',
  live: 'The child has an application: a second one cannot be entered.',
  likely: 'A child may stand here twice',
  likelyAbout: 'The same names and birth date, another IIN. Check it: the system merges nothing by itself.',
  paper: 'What stands on the paper',
  phone: 'Phone',
  phoneHint: 'The number that the mobile register has for this IIN: a code to it opens the application for the family.',
  email: 'E-mail',
  language: 'Language of messages',
  undertaking: 'The paper has the signed undertaking, and that the Algorithm was read',
  undertakingMissing: 'Without this signature the paper cannot be entered',
  scan: 'Copy of the signed paper',
  scanHint: 'All pages must be readable: the copy is kept with the application.',
  scanMissing: 'Add the copy of the paper',
  scanWaits: 'The file is still being checked',
  next: 'Next',
  signTitle: 'Sign the entry',
  sign: 'Sign and enter',
  change: 'Correct',
  after: 'What happens afterwards?',
  afterText:
    'The child enters the queue; papers that are attached are decided on first where they must be. The family gets an SMS and follows the application by a one-time code.',
  done: 'The application is entered, its number is {number}.',
  open: 'Open the application',
  another: 'Enter another paper',
  nowhere: 'not given',
  mustShow: 'The child is not the applicant’s: tick the representation, or “Non-resident”',
  silent: 'The register does not answer now.',
  silentAbout:
    'The paper can be entered: it is taken with this time, and the data are checked once the register answers.',
  signedPaper: 'The signed paper',
  emailHint: 'Optional: without one the family is told by SMS alone',
} as const satisfies English<typeof kk>
