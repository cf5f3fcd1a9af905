import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Журнал обращений к данным',
  lead: 'Каждый случай, когда сотрудник открыл чьи-то данные. Журнал нельзя изменить или удалить; его просмотр тоже записывается.',
  whose: 'Чьи данные',
  reader: 'Кто открыл',
  why: 'Причина',
  application: 'Заявление',
  search: 'поиск по ИИН или номеру',
  list: 'просмотр списка',
  open: 'открытие одной записи',
  act: 'подготовка действия с подписью',
  'referrals:search': 'Направление и карточка ребёнка',
  'referrals:accept': 'Документ о зачислении',
  'roster:read': 'Список числящихся детей',
  'roster:depart': 'Документ об убытии ребёнка',
  'vacancies:read': 'Свободные места детского сада с опубликовавшим',
  'vacancies:read-all': 'Свободные места региона с опубликовавшим',
  'documents:read': 'Документы заявления',
  'files:open': 'Файл, приложенный семьёй',
  'workers:read': 'Список сотрудников детского сада',
  'account-requests:read': 'Запрос учётной записи',
  'grants:read': 'Список уполномоченных лиц и администраторов',
  'accounts:search': 'Поиск учётной записи по ИИН',
  'accounts:open': 'Учётная запись: имя, ИИН, полномочия',
  'security-events:read': 'События безопасности',
  'security-events:export': 'Выгрузка событий безопасности',
  'readings:read': 'Журнал обращений к данным',
  'readings:export': 'Выгрузка журнала обращений',
} as const satisfies Russian<typeof kk>
