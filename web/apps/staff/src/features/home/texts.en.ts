import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Workroom',
  workerTitle: 'Workroom of a kindergarten worker',
  officerTitle: 'Workroom of an officer',
  administratorTitle: 'Workroom of an administrator',
} as const satisfies English<typeof kk>
