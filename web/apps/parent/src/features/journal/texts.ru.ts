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
  search: 'Номер заявления или имя ребёнка',
  searchHint: 'Например: 34.UO.2026.00001.1 или Алихан',
  anyState: 'Любой статус',
  noneFits: 'Такого заявления не нашлось.',
  noneFitsAbout: 'Сократите номер или имя либо выберите другой статус.',
  showAll: 'Показать все',
} as const satisfies Russian<typeof kk>
