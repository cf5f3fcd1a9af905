import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Документы, ожидающие решения',
  lead: 'Ваш район: {district}. Выше стоит то, чей срок кончается раньше.',
  due: 'Срок решения',
  overdue: 'Срок прошёл',
  what: 'О чём',
  claimed: 'Поступило',
  empty: 'Документов, ожидающих решения, нет.',
  emptyMore: 'Новые появятся в этом списке сами.',
  noneOfKind: 'Таких документов не ждёт ни одного.',
} as const satisfies Russian<typeof kk>
