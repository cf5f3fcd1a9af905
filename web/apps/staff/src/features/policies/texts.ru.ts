import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Политика распределения',
  lead: 'Все числа и переключатели очереди и направлений: что действует, что вступит в силу, кто менял.',
  inForce: 'Действует сейчас',
  since: 'с {day}',
  ownPolicy: 'Собственная политика района.',
  regionsPolicy: 'Своей политики у района нет: действует политика области.',
  changePolicy: 'Изменить политику',
  coming: 'Вступит в силу',
  from: 'С {day}',
  notComing: 'Предстоящих изменений нет.',
} as const satisfies Russian<typeof kk>
