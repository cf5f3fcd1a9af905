import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  back: 'Детские сады',
  title: 'Добавить детский сад',
  lead: 'Если детский сад сам запросил учётную запись, одобрите запрос: здесь всё вводится вручную.',
  requests: 'Запросы учётных записей',
  kind: 'Вид',
  chooseKind: 'Выберите вид',
  name: 'Название',
  address: 'Адрес',
  phone: 'Телефон',
  phoneHint: 'Подойдёт и городской, например +7 716 212 34 56',
  website: 'Веб-сайт (если есть)',
  workers: 'ИИН сотрудников',
  workersHint: 'Каждый с новой строки. Можно оставить пустым и добавить позже',
  add: 'Добавить',
  adding: 'Добавляется…',
} as const satisfies Russian<typeof kk>
