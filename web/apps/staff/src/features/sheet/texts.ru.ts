import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Табель посещаемости',
  back: 'День группы',
  earlier: 'Предыдущий месяц',
  later: 'Следующий месяц',
  empty: 'В этом месяце в списке детского сада не было детей.',
  emptyMore: 'Выберите другой месяц.',
  groupOf: 'группа {year} года, язык: {language}, {kind}',

  open: 'Открыт',
  closed: 'Закрыт',
  notOver: 'Табель можно закрыть с ЭЦП, когда закончится месяц.',
  mayClose: 'Месяц закончился. Проверьте числа и закройте табель.',
  closedMore: '№ {number}, {time}, подписал(а): {who}',
  closedNote: 'В закрытый месяц не вносятся ни отметки, ни исправления.',
  reopenedLine: 'Табель № {number} открыт заново: {time}, {who}. Причина: {reason}',

  children: 'Дни детей',
  child: 'Ребёнок',
  present: 'Посещение',
  illness: 'Болезнь',
  leave: 'Отпуск',
  other: 'Другая причина',
  unmarked: 'Нет отметки',
  unmarkedOf: 'Рабочие дни без отметки: {count}',
  unmarkedMore: 'Отметьте их в дне группы или укажите причину отсутствия.',
  complete: 'Отмечены все рабочие дни.',

  close: 'Закрыть месяц',
  closeOf: 'Закрыть месяц: {group}',
  reopen: 'Открыть заново',
  reopenOf: 'Открыть заново: {group}',
  why: 'Почему открывается заново',
  next: 'Далее',
  cancel: 'Отмена',
  signClose: 'Подпись табеля',
  signReopen: 'Подпись об открытии',
  sign: 'Подписать',
  after: 'После подписи',
  afterClose: 'Месяц закроется: запоздавшие отметки не принимаются. Бумага табеля будет на казахском и русском.',
  afterReopen: 'Бумага табеля потеряет силу. После исправлений закройте месяц снова.',
  doneClose: 'Месяц закрыт. Бумага будет готова через несколько секунд.',
  doneReopen: 'Месяц открыт заново.',

  pdfKk: 'PDF на казахском',
  pdfRu: 'PDF на русском',
  making: 'Готовится…',
  xlsx: 'С часами, XLSX',
  logged: 'Просмотр табеля остаётся в журнале обращений к данным.',

  approved: 'Утвердили родители',
  disagreed: 'Не согласились',
  waiting: 'Ещё не ответили',
  disagreedLine: '{name}: {remark}',
} as const satisfies Russian<typeof kk>
