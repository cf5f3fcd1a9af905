import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Рабочий кабинет сотрудника',
  workerTitle: 'Рабочий кабинет сотрудника ДДО',
  officerTitle: 'Рабочий кабинет уполномоченного лица',
  administratorTitle: 'Рабочий кабинет администратора',
} as const satisfies Russian<typeof kk>
