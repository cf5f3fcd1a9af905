import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Districts and cities',
  lead: 'Names in three languages. A change shows on all pages at once.',
  code: 'Code',
  change: 'Change',
  changeOf: 'Change: {name}',
  changeTitle: '{code}: change the name',
  name: 'Name',
  kk: 'In Kazakh',
  ru: 'In Russian',
  en: 'In English',
} as const satisfies English<typeof kk>
