import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Детский сад',
  back: 'Детские сады',
  rename: 'Изменить название',
  renameNote: 'В документах, выданных раньше, остаётся прежнее название.',
  name: 'Название',
  workers: 'Кто работает в системе',
  workersNote: 'По ИИН. То, что вы открыли этот список, записано в журнал обращений к данным.',
  noWorkers: 'Пока никто не работает.',
  noWorkersMore: 'Добавьте ниже по ИИН.',
  dismiss: 'Исключить',
  dismissOf: 'Исключить: {iin}',
  dismissTitle: '{iin} больше не работает здесь?',
  dismissText:
    'Уже при следующем действии данные этого детского сада ему не откроются. Пароль, если был, тоже удалится. Позже можно добавить снова.',
  dismissed: 'Исключён.',
  addWorker: 'Добавить сотрудника',
  addWorkerHint: 'Кто войдёт по ЭЦП с этим ИИН, сразу сможет работать',
  add: 'Добавить',
  adding: 'Добавляется…',
  added: 'Добавлен.',
} as const satisfies Russian<typeof kk>
