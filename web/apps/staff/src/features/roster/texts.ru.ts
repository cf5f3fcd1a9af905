import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Список числящихся детей',
  present: 'Числящиеся дети',
  former: 'Выбывшие дети',
  regroup: 'Перевод из группы в группу',
  refresh: 'Обновить список',
  refreshing: 'Обновляем…',
  csv: 'Список (CSV)',
  filesNote: 'На файл действуют фильтры года, языка, вида группы и дат; поиск по ФИО и номерам не действует.',
  empty: 'В списке пока нет ни одного ребёнка.',
  emptyMore: 'Ребёнок появится здесь, когда вы примете его по направлению.',
  emptyFormer: 'Выбывших детей нет.',
  toWorkroom: 'Приём по направлению',
} as const satisfies Russian<typeof kk>
