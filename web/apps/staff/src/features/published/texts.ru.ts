import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Свободные места, опубликованные в районе',
  lead: '{district}: места, опубликованные детскими садами. Опубликованное по ошибке аннулируют здесь.',
  empty: 'Детские сады района ещё не публиковали свободных мест.',
  csv: 'Таблица (CSV)',
  logged: 'Запись о том, что вы видели имена опубликовавших сотрудников, остаётся в журнале просмотра данных.',
} as const satisfies Russian<typeof kk>
