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
} as const satisfies Russian<typeof kk>
