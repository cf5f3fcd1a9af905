import type { Kazakh } from '@kezek/i18n'

export default {
  title: 'Балалар тізімі',
  name: 'Баланың аты-жөні',
  iin: 'Баланың ЖСН-і',
  born: 'Туған күні',
  application: 'Өтініш нөмірі',
  referral: 'Жолдама нөмірі',
  year: 'Топтың жылы',
  language: 'Оқыту тілі',
  accepted: 'Қабылданған күні',
  refresh: 'Тізімді жаңарту',
  refreshing: 'Жаңарып жатыр…',
  empty: 'Тізімде әлі бірде-бір бала жоқ.',
  emptyMore: 'Баланы жолдама бойынша қабылдағаннан кейін ол осы тізімге қосылады.',
  toWorkroom: 'Жолдама бойынша қабылдау',
} as const satisfies Kazakh
