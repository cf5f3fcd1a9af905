import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Ежегодная сортировка',
  lead: 'Очереди районов с нумерованными категориями раз в год сортируются заново.',
  districts: 'Районы',
  district: 'Район или город',
  due: 'С какого дня',
  state: 'Состояние',
  last: 'Последняя сортировка',
  never: 'не было',
  done: 'в этом году отсортирован',
  running: 'сортируется',
  waits: 'можно сортировать',
  notYet: 'день ещё не наступил',
  nowhere: 'Таких районов нет',
  nowhereMore: 'Район появится здесь, когда в его политике будут нумерованные категории.',
} as const satisfies Russian<typeof kk>
