import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Ребёнок из списка',
  about: 'О ребёнке',
  here: 'Числится',
  group: 'Группа',
  note: 'Посмотреть справку о выбытии (PDF)',
  way: 'История пребывания в детских садах',
  kindergarten: 'Детский сад',
  period: 'Период',
  now: 'по настоящее время',
  begun: 'Как пришёл',
  ended: 'Как ушёл',
  begun_accepted: 'принят по направлению',
  begun_regrouped: 'переведён из другой группы',
  ended_regrouped: 'переведён в другую группу',
  begun_swapped: 'пришёл по обмену местами',
  ended_swapped: 'перешёл в другой детский сад по обмену местами',
  ended_departed: 'выбыл',
  escorts: 'Сопровождающие',
  escortsMore:
    'Родитель или опекун, подавший заявление, может сопровождать ребёнка и так. Ваш просмотр останется в журнале просмотров.',
  noEscorts: 'Других сопровождающих нет.',
  escort: 'Сопровождающий',
  phone: 'Телефон',
  checked: 'Подтверждён регистром',
  yes: 'да',
  notYet: 'ещё нет',
} as const satisfies Russian<typeof kk>
