import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  back: 'Заявление',
  which: 'Какое заявление',
  what: 'Что будет после подписи',
  told: 'На контакты заявления придёт сообщение.',
  signTitle: 'Подпись',
} as const satisfies Russian<typeof kk>
