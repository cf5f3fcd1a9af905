import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  sections: 'Разделы',
  vacancies: 'База свободных мест в ДДО',
  vacanciesShort: 'Свободные места',
  vacanciesAbout: 'Свободные места вашего детского сада: посмотреть, добавить',
  workroom: 'Приём по направлению',
  workroomShort: 'Приём',
  workroomAbout: 'Найти направление по номеру или ИИН, принять ребёнка в детский сад',
  roster: 'Список числящихся детей',
  rosterShort: 'Список детей',
  rosterAbout: 'Дети, принятые в ваш детский сад',
  password: 'Пароль',
  passwordAbout: 'Чтобы в следующий раз войти по ИИН и паролю',
  settings: 'Настройки',
  settingsAbout: 'Ваши почта и телефон, где вы вошли, кто смотрел ваши данные',
} as const satisfies Russian<typeof kk>
