import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  back: 'Список детских садов',
  title: 'Детский сад',
  vacancies: 'Свободные места',
  none: 'Сейчас свободных мест нет.',
  noneMore: 'Когда место появится, семья, чья очередь подошла, получит SMS и письмо.',
  group: 'Группа {year} года, язык обучения {language}, {kind}',
  free: { one: '{n} свободное место', few: '{n} свободных места', many: '{n} свободных мест' },
  inFreeChoice: {
    one: 'из них {n} в свободном выборе',
    few: 'из них {n} в свободном выборе',
    many: 'из них {n} в свободном выборе',
  },
  all: 'Все свободные места района',
  closed: 'Этот детский сад закрыт: детей он больше не принимает.',
  notFound: 'Такого детского сада нет.',
  notFoundMore: 'Возможно, в адресе ошибка.',
} as const satisfies Russian<typeof kk>
