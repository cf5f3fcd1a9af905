import type { Russian } from '../dictionary'

import type kk from './kk'

export default {
  kind_registration: 'регистрация в районе (нерезидент)',
  kind_representation: 'законное представительство',
  kind_benefit: 'льгота',
  kind_special_needs: 'особые образовательные потребности',
  claim_waiting: 'Ждёт решения',
  claim_better_copy_asked: 'Запрошена лучшая копия',
  claim_unproved: 'Ожидается подтверждение',
  claim_confirmed: 'Подтверждено',
  claim_rejected: 'Отклонено',
  claim_expired: 'Срок истёк',
  reason_unreadable: 'копия нечитаема',
  reason_incomplete: 'документы неполны',
  reason_out_of_date: 'срок документа истёк',
  reason_data_differ: 'данные документа не совпадают с заявлением',
  reason_not_entitled: 'документ не даёт такого права',
  reason_not_registered: 'регистрация ребёнка в районе не подтверждена',
  reason_not_representative: 'законное представительство не подтверждено',
  reason_other: 'другая причина',
} as const satisfies Russian<typeof kk>
