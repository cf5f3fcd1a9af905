import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  settings: 'Настройки',
  title: 'Сообщения, которые мне пришли',
  lead: 'SMS и письма по вашим заявлениям, новые вверху.',
  noApplications: 'У вас нет заявлений, поэтому нет и сообщений.',
  noApplicationsMore: 'После подачи заявления сообщения будут собираться здесь.',
  apply: 'Подать заявление',
  application: 'Заявление {number}: {child}',
  empty: 'По этому заявлению сообщений пока не было.',
  bySms: 'SMS',
  byEmail: 'Письмо',
  pending: 'Будет отправлено',
  sending: 'Отправляется',
  sent: 'Отправлено',
  failed: 'Не доставлено',
  overtaken: 'Не отправлено: устарело',
  failedAdvice: 'Проверьте свои контакты: ',
  contacts: 'Настройки',
  freeChoice: 'О местах в свободном выборе сообщения не отправляются.',
} as const satisfies Russian<typeof kk>
