import type { Kazakh } from '@kezek/i18n'

export default {
  auth: 'Кіру және құқықтар',
  applications: 'Өтініштер',
  queue: 'Кезек',
  referrals: 'Жолдамалар',
  kindergartens: 'Балабақшалар',
  notifications: 'Хабарламалар',
  documents: 'Құжаттар',
  tabs: 'Жүйе',
  healthTab: 'Бөліктердің жағдайы',
  parkedTab: 'Өңделмеген жазбалар',
} as const satisfies Kazakh
