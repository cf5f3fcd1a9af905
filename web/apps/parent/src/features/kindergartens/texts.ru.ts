import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Список детских садов',
  lead: 'Адрес, телефон, вид. Вход не нужен.',
  district: 'Район или город',
  allDistricts: 'Все районы',
  name: 'Поиск по названию',
  nameHint: 'Часть названия на любом языке',
  ownership: 'Вид',
  all: 'Все',
  found: { one: 'Найден {n} детский сад', few: 'Найдено {n} детских сада', many: 'Найдено {n} детских садов' },
  empty: 'Такого детского сада не нашлось.',
  emptyMore: 'Сократите слово для поиска или выберите другой район.',
  vacancies: 'База свободных мест',
} as const satisfies Russian<typeof kk>
