import type { Kazakh } from '@kezek/i18n'

export default {
  title: 'Балабақшалар тізімі',
  lead: 'Мекенжайы, телефоны, түрі. Жүйеге кірмей-ақ көруге болады.',
  district: 'Аудан немесе қала',
  allDistricts: 'Барлық аудан',
  name: 'Атауы бойынша іздеу',
  nameHint: 'Атауының бір бөлігі, кез келген тілде',
  ownership: 'Түрі',
  all: 'Барлығы',
  found: { other: '{n} балабақша табылды' },
  empty: 'Мұндай балабақша табылмады.',
  emptyMore: 'Іздеу сөзін қысқартыңыз немесе басқа ауданды таңдаңыз.',
  vacancies: 'Бос орындардың базасы',
} as const satisfies Kazakh
