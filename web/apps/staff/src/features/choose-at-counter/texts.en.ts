import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  back: 'To the application',
  title: 'Choose a place from a paper',
  lead: 'Application No. {number}: {name}, group year {year}.',
  own: 'This is your own family’s application: another officer chooses the place.',
  asFamily:
    'This is the list that the family itself sees. Choose only the place that is written on the paper: nobody decides for the family.',
  until: 'Choose and sign',
  chooseAfter: 'Else this place opens to all children of the queue. {name} keeps the position in the queue.',
  chooseThenInactive:
    'Else this place goes to another child, and the application becomes inactive. The family may restore it once only, within a term; else {name} leaves the queue.',
  chooseThenRemoved:
    'Else this place goes to another child, and {name} leaves the queue: the application was restored once before.',
  nothing: 'There is no free place to choose now.',
  nothingAbout: '{name} keeps the position in the queue. The family is told when its turn comes.',
  confirmTitle: 'The chosen place and the paper',
  noUndo:
    'Once signed, the place cannot be changed. Only the family itself can cancel the referral, with its own EDS and within a short time of its issue; you cannot. Compare the kindergarten, the language of instruction and the address with the paper once more.',
  another: 'Choose another place',
  paper: 'The signed paper',
  scan: 'Copy of the signed paper',
  scanHint:
    'It must show which place is chosen, and the signature. The copy is kept with the choice; one copy serves for one choice.',
  scanMissing: 'Attach a copy of the paper',
  scanWaits: 'The file is still being checked',
  compared: 'The applicant has signed the paper; I have checked who they are by an identity document',
  comparedMissing: 'Nothing can be chosen before it is checked who signed the paper',
  next: 'Next',
  signTitle: 'Sign the choice',
  sign: 'Sign and send',
  change: 'Change',
  after: 'What happens then?',
  afterText:
    'The referral is issued at once, and the family is told. Its paper appears among the application’s documents: you may print it for the family.',
  done: 'Referral No. {number} is issued.',
  doneTwins: 'Referrals of the twins: {numbers}.',
  doneAbout: 'The family is to come to the kindergarten {until}.',
  updating: 'The application is being updated…',
  open: 'Open the application',
  gone: 'This place is not free any more.',
  goneAbout: 'Another family may have taken it. {name} has not lost the position in the queue.',
} as const satisfies English<typeof kk>
