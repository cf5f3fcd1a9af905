import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Выйти из системы?',
  drafts: 'На этом устройстве есть черновик незаконченного заявления. Если выйти, он будет удалён.',
  marks:
    'На этом телефоне есть неотправленные отметки: {count}. Если выйти, они останутся на устройстве и отправятся, только когда вы войдёте снова.',
  leaveAnyway: 'Всё равно выйти',
  leave: 'Выйти и удалить черновик',
  leaving: 'Выходим…',
  cancel: 'Отменить',
} as const satisfies Russian<typeof kk>
