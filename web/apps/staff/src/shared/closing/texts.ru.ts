import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  closed: 'Этот детский сад закрыт. Дата закрытия: {day}',
  ground: 'Основание: {ground}.',
  meaning: 'Здесь не публикуют мест и не принимают детей. Прежние списки и история сохраняются.',
} as const satisfies Russian<typeof kk>
