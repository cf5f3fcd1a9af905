import type { Kazakh } from '@kezek/i18n'

export default {
  tabs: 'Журналдар',
  readingsTab: 'Деректерді ашу',
  eventsTab: 'Қауіпсіздік оқиғалары',
  from: 'Қай күннен',
  to: 'Қай күнге дейін (қоса алғанда)',
  onlyPerson: 'Бір адам туралы: {id}',
  onlyReader: 'Бір адам ашқандар: {id}',
  everybody: 'Барлығын көрсету',
  findPerson: 'Адамды ЖСН бойынша табу',
  export: 'CSV файлын алу',
  exportNote:
    'Файлда көрсетілген мерзім мен сүзгілер бойынша барлық жол болады. Көшіріп алғаныңыз қауіпсіздік оқиғасы ретінде жазылады.',
  person: 'Адам',
  nobody: 'көрсетілмеген',
  empty: 'Мұндай жазба жоқ.',
  emptyMore: 'Мерзімді кеңейтіңіз немесе сүзгіні алып тастаңыз.',
} as const satisfies Kazakh
