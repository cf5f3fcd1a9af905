import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Журнал заявлений на постановку в очередь',
  lead: 'Чтобы открыть заявление, нажмите «▶».',
  open: '▶ Открыть',
  openOne: '▶ Открыть: {number}',
  empty: 'У вас пока нет заявлений.',
  emptyAbout: 'Когда вы подпишете заявление, оно появится в этом журнале и останется в нём навсегда.',
  apply: 'Подать заявление',
} as const satisfies Russian<typeof kk>
