import type { Kazakh } from '@kezek/i18n'

export default {
  sections: 'Бөлімдер',
  vacancies: 'БМҰ-дағы бос орындардың базасы',
  vacanciesShort: 'Бос орындар',
  vacanciesAbout: 'Балабақшаңыздың бос орындары: көру, қосу',
  workroom: 'Жолдама бойынша қабылдау',
  workroomShort: 'Қабылдау',
  workroomAbout: 'Жолдаманы нөмірі немесе ЖСН бойынша табу, баланы балабақшаға қабылдау',
  roster: 'Балалар тізімі',
  rosterShort: 'Балалар тізімі',
  rosterAbout: 'Балабақшаңызға қабылданған балалар',
  password: 'Құпиясөз',
  passwordAbout: 'Келесіде ЖСН мен құпиясөз арқылы кіру үшін',
  settings: 'Баптаулар',
  settingsAbout: 'Поштаңыз, телефоныңыз, қайдан кіргеніңіз, деректеріңізді кім көргені',
} as const satisfies Kazakh
