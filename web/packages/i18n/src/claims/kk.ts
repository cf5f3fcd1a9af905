import type { Kazakh } from '../dictionary'

export default {
  kind_registration: 'ауданда тіркелу (резидент емес)',
  kind_representation: 'заңды өкілдік',
  kind_benefit: 'жеңілдік',
  kind_special_needs: 'ерекше білім беру қажеттілігі',
  claim_waiting: 'Шешім күтуде',
  claim_better_copy_asked: 'Жақсырақ көшірме сұралды',
  claim_unproved: 'Дәлел күтілуде',
  claim_confirmed: 'Расталды',
  claim_rejected: 'Қабылданбады',
  claim_expired: 'Мерзімі өтті',
  reason_unreadable: 'көшірме оқылмайды',
  reason_incomplete: 'құжаттар толық емес',
  reason_out_of_date: 'құжаттың мерзімі өткен',
  reason_data_differ: 'құжаттағы деректер өтінішке сәйкес келмейді',
  reason_not_entitled: 'құжат мұндай құқық бермейді',
  reason_not_registered: 'баланың ауданда тіркелгені расталмады',
  reason_not_representative: 'заңды өкіл екені расталмады',
  reason_other: 'басқа себеп',
} as const satisfies Kazakh
