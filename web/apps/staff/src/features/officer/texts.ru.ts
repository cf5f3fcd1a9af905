import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Возможности уполномоченного лица',
  lead: 'Ваш район: {district}',
  now: 'Сейчас',
  nowText: 'Вы решаете по документам, находите и открываете заявления своего района.',
  desk: 'Документы, ожидающие решения',
  find: 'Найти заявление',
  places: 'Свободные места района',
  kindergartens: 'Детские сады района',
  check: 'Проверка направления по коду',
  later: 'Чего пока нет',
  laterText: 'Это появится в системе на следующих этапах и будет здесь:',
  later1: 'решение, если детский сад отказал в приёме',
  later2: 'отчёты',
} as const satisfies Russian<typeof kk>
