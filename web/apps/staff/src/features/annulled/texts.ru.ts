import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  back: 'К свободным местам',
  lead: 'Уполномоченное лицо аннулировало места, опубликованные вашим детским садом. Они больше никому не предлагаются.',
  none: 'Из этой публикации ничего не аннулировано.',
} as const satisfies Russian<typeof kk>
