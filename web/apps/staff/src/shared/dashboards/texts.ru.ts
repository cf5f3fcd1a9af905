import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  waiting: 'Ждут',
  called: 'Выбирают место',
  free: 'Свободно мест',
  freeChoice: 'Из них в свободном выборе',
  overdue: 'Просрочено решений',
  whole: 'Вся область',
  files: 'Скачать файлом',
  filesMore: 'Названия столбцов на языке страницы, числа на момент скачивания.',
  xlsx: 'Все таблицы (XLSX)',
  tooMany: {
    one: 'В файл помещается не больше {n} строки.',
    few: 'В файл помещается не больше {n} строк.',
    many: 'В файл помещается не больше {n} строк.',
  },
  tooManyMore: 'Сузьте таблицу фильтрами, тогда её можно скачать файлом.',
} as const satisfies Russian<typeof kk>
