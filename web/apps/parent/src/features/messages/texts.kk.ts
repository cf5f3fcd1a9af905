import type { Kazakh } from '@kezek/i18n'

export default {
  settings: 'Баптаулар',
  title: 'Маған келген хабарламалар',
  lead: 'Өтініштеріңіз бойынша жіберілген SMS пен хаттар, жаңасы жоғарыда.',
  noApplications: 'Өтінішіңіз жоқ, сондықтан хабарлама да жоқ.',
  noApplicationsMore: 'Өтініш бергеннен кейін хабарламалар осында жиналады.',
  apply: 'Өтініш беру',
  application: 'Өтініш {number}: {child}',
  empty: 'Бұл өтініш бойынша әзірге хабарлама жіберілген жоқ.',
  bySms: 'SMS',
  byEmail: 'Хат',
  pending: 'Жіберіледі',
  sending: 'Жіберілуде',
  sent: 'Жіберілді',
  failed: 'Жеткізілмеді',
  overtaken: 'Ескіргендіктен жіберілмеді',
  failedAdvice: 'Байланысыңызды тексеріңіз: ',
  contacts: 'Баптаулар',
  freeChoice: 'Еркін таңдаудағы орындар туралы хабарлама жіберілмейді.',
} as const satisfies Kazakh
