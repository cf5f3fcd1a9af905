import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'События безопасности',
  lead: 'Входы, отклонённые попытки, изменения полномочий и контактов.',
  kind: 'Вид события',
  allKinds: 'Все виды',
  details: 'Подробности',
  code: 'Причина',
  signed_in: 'Вход в систему',
  sign_in_refused: 'Вход отклонён',
  sign_in_refusals_counted: 'Много попыток входа отклонено',
  signed_out: 'Выход из системы',
  session_ended: 'Сеанс завершён',
  grant_made: 'Полномочия предоставлены',
  grant_ended: 'Полномочия прекращены',
  email_confirmed: 'E-mail подтверждён',
  phone_confirmed: 'Телефон подтверждён',
  password_set: 'Пароль установлен',
  password_removed: 'Пароль удалён',
  security_events_exported: 'Выгружены события безопасности',
  readings_exported: 'Выгружен журнал обращений',
} as const satisfies Russian<typeof kk>
