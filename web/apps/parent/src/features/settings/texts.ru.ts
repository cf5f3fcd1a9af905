import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Настройки',
  account: 'Учётная запись',
  name: 'Ф. И. О.',
  iin: 'ИИН',
  enteredBy: 'Способ входа',
  byEds: 'ЭЦП',
  byCode: 'одноразовый код',
  byPassword: 'пароль',

  contacts: 'Контакты',
  contactsAbout:
    'Сообщения приходят на эти адрес и номер, а также на указанные в заявлении. Контакты поданного заявления на этой странице не меняются.',
  email: 'Электронная почта',
  phone: 'Номер телефона',
  none: 'Не указан',
  changeEmail: 'Изменить почту',
  changePhone: 'Изменить номер',
  addPhone: 'Добавить номер',
  cancel: 'Отменить',
  emailChanged: 'Электронная почта изменена. На прежний адрес отправлено письмо об этом.',
  phoneChanged: 'Номер телефона сохранён.',

  language: 'Язык сообщений',
  languageAbout: 'На этом языке приходят письма и SMS. Язык страниц меняют вверху.',
  languageSaved: 'Сохранено.',
  saving: 'Сохраняем…',

  more: 'Безопасность и сообщения',
  password: 'Пароль',
  passwordAbout: 'Чтобы входить по ИИН как сотрудник детского сада',
  sessions: 'Где вы вошли',
  sessionsAbout: 'Все сеансы и как их завершить',
  readings: 'Кто видел мои данные',
  readingsAbout: 'Кто из сотрудников, когда и зачем их открывал',
  events: 'Что было с моей учётной записью',
  eventsAbout: 'Входы, неудачные попытки, изменения',
  messages: 'Сообщения, которые мне пришли',
  messagesAbout: 'SMS и письма по вашим заявлениям',

  signOut: 'Выйти',
  signOutAbout: 'Если за этим устройством работает ещё кто-то, обязательно выходите.',
} as const satisfies Russian<typeof kk>
