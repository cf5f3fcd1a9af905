import type { Kazakh } from '@kezek/i18n'

export default {
  notYours: 'Бұл бет уәкілетті тұлғаға арналған',
  notYoursAdvice: 'Уәкілетті тұлға болсаңыз, ЭЦҚ-мен кіріңіз: басқа жолмен кіргенде бұл бөлім ашылмайды.',
  signInByKey: 'ЭЦҚ-мен кіру',
  number: 'Өтініш нөмірі',
  child: 'Баланың аты-жөні',
  born: 'Туған күні',
  state: 'Мәртебесі',
  submitted: 'Берілген уақыты',
  open: 'Ашу',
  openOne: '№ {number} өтінішті ашу',
  logged: 'Ашқаныңыз туралы жазба отбасының деректерді көру журналында қалады.',
} as const satisfies Kazakh
