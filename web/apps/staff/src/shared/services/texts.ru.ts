import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  auth: 'Вход и полномочия',
  applications: 'Заявления',
  queue: 'Очередь',
  referrals: 'Направления',
  kindergartens: 'Детские сады',
  notifications: 'Сообщения',
  documents: 'Документы',
  tabs: 'Система',
  healthTab: 'Состояние частей',
  parkedTab: 'Необработанные записи',
} as const satisfies Russian<typeof kk>
