import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Check of a place in the queue',
  lead: 'By the number of the application, without signing in.',
  number: 'Number of the application',
  numberHint: 'As 16.UO.2026.07339.1. The letters may be Cyrillic, zeros may be left out.',
  missing: 'Write the number of the application',
  check: 'Check',
  checking: 'Checking…',
  place: 'Place in the queue: {position}',
  placeMore: 'It changes. Why it is so the applicant reads in the personal cabinet.',
  none: 'This number does not stand in a queue now',
  noneMore:
    'The number may be wrong, a place may be on offer to the child, or the application may be over. More is told to the applicant alone.',
  toCabinet: 'Personal cabinet',
  toFigures: 'Figures of the queue',
} as const satisfies English<typeof kk>
