import type { Kazakh } from '@kezek/i18n'

export default {
  list: 'Балалар тізімі',
  name: 'Баланың аты-жөні',
  iin: 'Баланың ЖСН-і',
  born: 'Туған күні',
  application: 'Өтініш нөмірі',
  referral: 'Жолдама нөмірі',
  year: 'Топтың жылы',
  language: 'Оқыту тілі',
  kind: 'Топтың түрі',
  accepted: 'Қабылданған күні',
  leftOn: 'Кеткен күні',
  why: 'Кету себебі',
  left: 'Кетті',
  reason_moved_away: 'отбасы көшіп кетті',
  reason_to_school: 'бала мектепке барды',
  reason_other_kindergarten: 'бала басқа балабақшаға ауысты',
  reason_familys_wish: 'отбасының қалауы бойынша',
  reason_long_absence: 'бала ұзақ уақыт келмеді',
  reason_closed: 'балабақша жабылды',
  reason_other: 'басқа себеп',
} as const satisfies Kazakh
