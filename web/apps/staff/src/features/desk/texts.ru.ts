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
  family: 'Ждут ответа семьи',
  familyMore:
    'У семьи запрошена лучшая копия. Пока её нет, срок решения не идёт; если ответа нет, документ можно отклонить на странице заявления.',
  noneAsked: 'От семей ничего не ждут.',
  noneOfKind: 'Таких документов не ждёт ни одного.',
} as const satisfies Russian<typeof kk>
