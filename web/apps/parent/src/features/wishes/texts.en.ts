import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Change languages and wishes',
  back: 'Application',
  freeChoice: 'In free choice languages do not limit.',
  separate: 'The twins may be in different kindergartens',
  separateHint:
    'If ticked, twins may be called apart when places are few. If not, they wait until there are enough, and keep their position.',
  save: 'Save',
  saving: 'Saving…',
  fromNext:
    'The change counts from the next call on. It does not touch a place that is offered now. No signature is needed.',
  over: 'The application is over: nothing can be changed any more.',
  saved: 'The change is saved.',
} as const satisfies English<typeof kk>
