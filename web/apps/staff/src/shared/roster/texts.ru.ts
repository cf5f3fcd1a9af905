import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  list: 'Список числящихся детей',
  name: 'ФИО ребёнка',
  iin: 'ИИН ребёнка',
  born: 'Дата рождения',
  application: 'Номер заявления',
  referral: 'Номер направления',
  year: 'Год',
  language: 'Язык обучения',
  kind: 'Вид группы',
  accepted: 'Принят',
  leftOn: 'Дата убытия',
  why: 'Причина убытия',
  left: 'Убыл',
  reason_moved_away: 'семья переехала',
  reason_to_school: 'ребёнок пошёл в школу',
  reason_other_kindergarten: 'ребёнок перешёл в другой детский сад',
  reason_familys_wish: 'по желанию семьи',
  reason_long_absence: 'ребёнок долго не посещал детский сад',
  reason_closed: 'детский сад закрыт',
  reason_other: 'другая причина',
  cancel: 'Отмена',
  sign: 'Подписать и отправить',
  change: 'Изменить данные',
  after: 'После подписи',
} as const satisfies Russian<typeof kk>
