import type { Kazakh } from '@kezek/i18n'

export default {
  notYours: 'Бұл бет әкімшіге арналған',
  notYoursAdvice: 'Әкімші болсаңыз, ЭЦҚ-мен кіріңіз: басқа жолмен кіргенде бұл бөлімдер ашылмайды.',
  signInByKey: 'ЭЦҚ-мен кіру',
  cancel: 'Болдырмау',
  save: 'Сақтау',
  saving: 'Сақталуда…',
  saved: 'Сақталды.',
  inKk: 'қазақша',
  inRu: 'орысша',
  inEn: 'ағылшынша',
  iin: 'ЖСН',
  district: 'Аудан немесе қала',
  notChosen: 'Таңдалмаған',
  chooseDistrict: 'Ауданды таңдаңыз',
  worker: 'балабақша қызметкері',
  officer: 'уәкілетті тұлға',
  administrator: 'әкімші',
  parent: 'ата-ана',
  escort: 'еріп жүруші',
} as const satisfies Kazakh
