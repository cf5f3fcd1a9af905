import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Приходы и уходы ребёнка',
  back: 'Отметка прихода ребёнка',
  monthOf: 'Месяц: {month}',
  earlier: 'Предыдущий месяц',
  later: 'Следующий месяц',
  none: 'В этом месяце отметок нет.',
  noneMore: 'Как только приход или уход вашего ребёнка отметят, это сразу появится здесь.',
  came: 'Приход: {time}. Отметил(а): {who}.',
  left: 'Уход: {time}. Отметил(а): {who}.',
  there: 'По отметкам сейчас в детском саду.',
  absent: 'Не придёт:',
  illness: 'болеет',
  leave: 'в отпуске',
  other: 'другая причина',
  struck: 'Отметки этого дня были ошибочны и вычеркнуты.',
  parent: 'родитель',
  escort: 'сопровождающий',
  worker: 'работник детского сада',
} as const satisfies Russian<typeof kk>
