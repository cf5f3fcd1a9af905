import type { Kazakh } from '@kezek/i18n'

export default {
  title: 'Балабақшалар',
  lead: 'Өңірдің балабақшалары.',
  open: 'Жұмыс істейтін',
  closed: 'Жабылған',
  add: 'Балабақша қосу',
  name: 'Атауы',
  district: 'Аудан немесе қала',
  empty: 'Мұндай балабақша табылмады.',
  emptyMore: 'Іздеу сөзін қысқартыңыз немесе басқа ауданды таңдаңыз.',
} as const satisfies Kazakh
