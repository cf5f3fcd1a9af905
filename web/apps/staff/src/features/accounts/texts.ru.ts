import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Найти человека по ИИН',
  lead: 'Чтобы завершить сеансы, увидеть, кто открывал данные, или что было с учётной записью.',
  hint: '12 цифр. Найдётся только тот, кто хоть раз входил в систему',
  find: 'Найти',
  finding: 'Идёт поиск…',
  logged: 'Поиск записывается в журнал обращений к данным, человек это увидит.',
} as const satisfies Russian<typeof kk>
