import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Состояние частей системы',
  lead: 'Каждая часть отвечает сама. Данные обновляются каждые 15 секунд.',
  refresh: 'Обновить сейчас',
  refreshing: 'Обновляется…',
  allWell: 'Все части работают.',
  notWell: {
    one: '{n} часть требует внимания.',
    few: '{n} части требуют внимания.',
    many: '{n} частей требуют внимания.',
  },
  working: 'Работает',
  late: 'События ждут слишком долго',
  behind: 'Отстаёт',
  stopped: 'Обработчик остановлен',
  silent: 'Не отвечает',
  since: 'с {time}',
  lastHeard: 'последний сигнал: {time}',
  never: 'сигналов ещё не было',
  workers: 'Обработчики',
  lag: 'Событий в очереди',
  kafkaSilent: 'Kafka не отвечает',
  outbox: 'Неотправленных событий',
  jobs: 'Заданий',
  lateJobs: '{n}, из них просрочено {late}',
  waiting: '{n}, самое давнее ждёт с {time}',
  lateActs: 'Просроченных подписей',
  lateDeadlines: 'Просроченных сроков',
  parked: 'Необработанных записей',
  parkedLink: '{n}: посмотреть',
  advice:
    'Что делать: сообщите дежурным название части и время. Ничего из ожидающего не пропадёт: когда часть вернётся, всё продолжится само.',
} as const satisfies Russian<typeof kk>
