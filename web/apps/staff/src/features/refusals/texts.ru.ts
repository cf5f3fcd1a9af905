import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Отказы в приёме',
  lead: 'Ваш район: {district}. Дети, которым детский сад отказал и по которым ждут решения. Дольше всех ждущие – сверху.',
  waits: 'Ждёт',
  days: {
    one: '{n} рабочий день',
    few: '{n} рабочих дня',
    many: '{n} рабочих дней',
  },
  answered: 'Семья ответила',
  refused: 'Отказано',
  kindergarten: 'Детский сад',
  reason: 'Причина сада',
  number: 'Номер направления',
  openOne: 'Открыть: направление № {number}',
  empty: 'Отказов, ждущих решения, нет.',
  emptyMore: 'Если детский сад откажет ребёнку, отказ появится в этом списке сам.',
} as const satisfies Russian<typeof kk>
