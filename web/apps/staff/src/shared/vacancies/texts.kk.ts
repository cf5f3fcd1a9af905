import type { Kazakh } from '@kezek/i18n'

export default {
  caption: 'Бос орындар кестесі',
  kindergarten: 'Балабақшаның атауы',
  groupYear: 'Топтың жылы',
  language: 'Оқыту тілі',
  kind: 'Топтың түрі',
  total: 'Барлығы',
  free: 'Бос',
  publisher: 'Қосқан қызметкер',
  ownership: 'Балабақшаның түрі',
  at: 'Қосылған күні',
  state: 'Мәртебесі',
  stateOwned: 'МББ',
  privatelyOwned: 'ЖББ',
  miniCentre: 'Мини-орталық',
  waiting: 'Күтуде',
  free_choice: 'Еркін таңдауда',
  none_left: 'Бос орын қалмады',
  byPolicy: 'аудан саясаты бойынша',
  unknown: 'белгісіз',
  annulledMany: 'күші жойылған: {n}',
} as const satisfies Kazakh
