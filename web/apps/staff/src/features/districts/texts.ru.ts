import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Районы и города',
  lead: 'Названия на трёх языках. Изменение сразу видно на всех страницах.',
  code: 'Код',
  change: 'Изменить',
  changeOf: 'Изменить: {name}',
  changeTitle: '{code}: изменить название',
  name: 'Название',
  kk: 'На казахском',
  ru: 'На русском',
  en: 'На английском',
} as const satisfies Russian<typeof kk>
