import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Рабочий кабинет сотрудника ДДО',
  about: 'Для сотрудников детских садов, отделов образования и администраторов.',
  enter: 'Войти в систему',
} as const satisfies Russian<typeof kk>
