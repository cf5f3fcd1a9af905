import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  settings: 'Настройки',
  title: 'Что было с моей учётной записью',
  lead: 'Входы, неудачные попытки входа, изменения контактов и пароля.',
  empty: 'Событий пока нет.',
  emptyMore: 'Здесь появится ваш следующий вход.',
  strange: 'Если что-то сделали не вы, завершите все сеансы и сообщите в службу поддержки.',
  sessions: 'Посмотреть, где я вошёл',
} as const satisfies Russian<typeof kk>
