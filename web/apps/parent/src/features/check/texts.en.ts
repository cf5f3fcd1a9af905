import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Check a referral',
  lead: 'Whether a referral is valid, for which kindergarten and until when. No personal data are shown.',
  qr: 'The easiest way is to point the camera of a phone at the QR code of the referral: the same page opens by itself.',
  code: 'Code or address of the referral',
  codeHint: 'It is printed at the foot of each page of the referral, after “/check/”: 26 letters and digits',
  check: 'Check',
  checking: 'Checking…',
  missing: 'Type the code',
  isNumber:
    'This is the number of the referral. A number is not enough: type the code at the foot of the page, or scan the QR code',
  notCode: 'A code has 26 letters and digits: a–z and 2–7. Compare it with the paper',
  unknown: 'There is no such referral. Compare the code with the paper',
  workers: 'A worker of a kindergarten finds a referral by number or IIN in the workroom.',
  workroom: 'Workroom of a kindergarten worker',
  valid: 'The referral is valid',
  validHint: 'Bring it to the kindergarten below in time.',
  stoppedHint: 'The term of the referral does not run now.',
  stopped: 'the term does not run for now',
  used: 'The referral has been used',
  usedHint: 'The kindergarten has enrolled the child with it.',
  void: 'The referral is not valid',
  voidHint: 'It has expired or was withdrawn. The place goes to another child.',
  sheetValid: 'The attendance sheet counts',
  sheetValidHint: 'The kindergarten has closed this month with a signature. Compare number and digest with the paper.',
  sheetVoid: 'The attendance sheet counts no more',
  sheetVoidHint: 'The kindergarten has opened this month again. Ask for the new sheet.',
  month: 'Month',
  number: 'Sheet',
  digest: 'SHA-256',
  kindergarten: 'Kindergarten',
  lastDay: 'Last day of validity',
  until: '{date}, until 24:00',
  page: 'The lasting address of this check',
} as const satisfies English<typeof kk>
