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
  tooMany: { other: 'Файлға {n} жолға дейін сыяды.' },
  tooManyMore: 'Кестені сүзгілермен тарылтыңыз, сонда файл жүктеуге болады.',
} as const satisfies Kazakh
