import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Выйти из системы?',
  drafts: 'На этом устройстве есть черновик незаконченного заявления. Если выйти, он будет удалён.',
  leave: 'Выйти и удалить черновик',
  leaving: 'Выходим…',
  cancel: 'Отменить',
} as const satisfies Russian<typeof kk>
