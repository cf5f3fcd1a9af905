import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Детские сады',
  lead: 'Детские сады региона.',
  open: 'Работают',
  closed: 'Закрыты',
  add: 'Добавить детский сад',
  name: 'Название',
  district: 'Район или город',
  empty: 'Такого детского сада не нашлось.',
  emptyMore: 'Сократите слово для поиска или выберите другой район.',
} as const satisfies Russian<typeof kk>
