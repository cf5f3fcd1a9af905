import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Запросы учётных записей',
  lead: 'Запросы детских садов, у которых нет учётной записи. Сначала самые давние.',
  state: 'Состояние',
  open: 'На рассмотрении',
  approved: 'Одобрен',
  refused: 'Отклонён',
  name: 'Детский сад',
  number: '№',
  district: 'Район или город',
  submitted: 'Отправлен',
  see: 'Открыть: № {number}',
  empty: 'Таких запросов нет.',
  emptyMore: 'Новый запрос появится здесь.',
} as const satisfies Russian<typeof kk>
