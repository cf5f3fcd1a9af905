import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Contract with the kindergarten',
  about:
    'The system has filled the contract in with your data and those of the kindergarten. Read it: you sign it together with this application. The kindergarten signs when it accepts the child.',
  read: 'Read contract No. {number} (PDF)',
  waiting: 'The contract is being made…',
  tick: 'I have read the contract and agree to it',
  missing: 'Read the contract and tick the box',
} as const satisfies English<typeof kk>
