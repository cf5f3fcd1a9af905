import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  tabs: 'Журналы',
  readingsTab: 'Обращения к данным',
  eventsTab: 'События безопасности',
  from: 'С какого дня',
  to: 'По какой день (включительно)',
  onlyPerson: 'Об одном человеке: {id}',
  onlyReader: 'Открытое одним человеком: {id}',
  everybody: 'Показать всё',
  findPerson: 'Найти человека по ИИН',
  export: 'Выгрузить CSV',
  exportNote:
    'В файле все строки за указанный период и с этими условиями. Выгрузка записывается как событие безопасности.',
  person: 'Человек',
  nobody: 'не указан',
  empty: 'Таких записей нет.',
  emptyMore: 'Расширьте период или снимите условия.',
} as const satisfies Russian<typeof kk>
