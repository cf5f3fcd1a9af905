import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  notYours: 'Эта страница для уполномоченных лиц',
  notYoursAdvice: 'Если вы уполномоченное лицо, войдите с ЭЦП: при другом входе этот раздел не открывается.',
  signInByKey: 'Войти с ЭЦП',
  number: 'Номер заявления',
  child: 'Имя ребёнка',
  born: 'Дата рождения',
  state: 'Статус',
  submitted: 'Подано',
  open: 'Открыть',
  openOne: 'Открыть заявление № {number}',
  logged: 'Запись о том, что вы открыли данные, останется в журнале, который видит семья.',
} as const satisfies Russian<typeof kk>
