import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  norm: 'Норма',
  noNorm: 'не установлена',
  earlier: 'Принято до системы',
  enrolled: 'В списке детей',
  onTheWay: 'Идут по направлению',
  published: 'Опубликовано, ещё не занято',
  free: 'Можно опубликовать',
  unlimited: 'без предела: норма не установлена',
} as const satisfies Russian<typeof kk>
