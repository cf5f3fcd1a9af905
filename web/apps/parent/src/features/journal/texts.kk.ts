import type { Kazakh } from '@kezek/i18n'

export default {
  title: 'Кезекке қоюға өтініштер журналы',
  lead: 'Өтінішті ашу үшін «▶» батырмасын басыңыз.',
  open: '▶ Ашу',
  openOne: '▶ Ашу: {number}',
  empty: 'Сізде әлі өтініш жоқ.',
  emptyAbout: 'Өтінішке қол қойған соң ол осы журналда тұрады және ешқашан жойылмайды.',
  apply: 'Өтініш беру',
} as const satisfies Kazakh
