import type { Kazakh } from '@kezek/i18n'

export default {
  waiting: 'Күтеді',
  called: 'Орын таңдап жатыр',
  free: 'Бос орын',
  freeChoice: 'Оның ішінде еркін таңдауда',
  overdue: 'Мерзімі өткен шешім',
  whole: 'Бүкіл облыс',
  files: 'Файл ретінде жүктеу',
  filesMore: 'Бағандардың атауы – беттің тілінде, сандар – жүктеген сәттегі.',
  xlsx: 'Барлық кесте (XLSX)',
} as const satisfies Kazakh
