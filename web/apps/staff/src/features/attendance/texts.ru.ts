import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'День группы',
  day: 'День',
  group: 'Группа',
  allGroups: 'Все группы',
  groupOf: 'группа {year} года, язык: {language}, {kind}',
  sheet: 'Табель за месяц',
  empty: 'В этот день в списке детского сада детей нет.',
  emptyMore: 'Дети появятся здесь после зачисления по направлению.',

  there: 'В детском саду',
  gone: 'Ушёл',
  absent: 'Не придёт',
  awaited: 'Не отмечен',
  arrivedAt: 'Приход в {time}, отметил(а): {who}',
  leftAt: 'Уход в {time}, отметил(а): {who}',
  parent: 'родитель',
  escort: 'сопровождающий',
  worker: 'работник детского сада',

  mark: 'Отметить',
  markOf: '{name}: отметить приход или уход',
  what: 'Что произошло',
  arrival: 'Приход',
  leaving: 'Уход',
  hour: 'Время',
  wrongHour: 'Укажите время',
  save: 'Сохранить',
  cancel: 'Отмена',

  sayAbsence: 'Почему не придёт',
  absenceOf: '{name}: указать, почему не придёт',
  why: 'Причина отсутствия',
  illness: 'Болеет',
  leave: 'В отпуске',
  other: 'Другая причина',
  remark: 'Пояснение',
  takeBack: 'Убрать причину',

  marksOf: '{name}: отметки ({count})',
  markLine: '{what}, {time}, {who}',
  receivedAt: 'Поступило в систему: {time}',
  struck: 'Вычеркнуто ({who}): {reason}',
  strike: 'Вычеркнуть отметку',
  strikeWhy: 'Почему отметка неверна',
} as const satisfies Russian<typeof kk>
