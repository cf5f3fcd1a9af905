import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Список числящихся детей',
  name: 'ФИО ребёнка',
  iin: 'ИИН ребёнка',
  born: 'Дата рождения',
  application: 'Номер заявления',
  referral: 'Номер направления',
  year: 'Год',
  language: 'Язык обучения',
  accepted: 'Принят',
  refresh: 'Обновить список',
  refreshing: 'Обновляем…',
  empty: 'В списке пока нет ни одного ребёнка.',
  emptyMore: 'Ребёнок появится здесь, когда вы примете его по направлению.',
  toWorkroom: 'Приём по направлению',
} as const satisfies Russian<typeof kk>
