import type { Russian } from '../dictionary'

import type kk from './kk'

export default {
  reason_age_of_group: 'возраст ребёнка не соответствует группе',
  reason_special_group_needed: 'ребёнку нужна специальная группа',
  reason_health: 'есть противопоказания по медицинским документам',
  reason_data_differ: 'данные документов ребёнка не совпадают с направлением',
  reason_papers_not_given: 'необходимые для зачисления документы не предоставлены',
  reason_no_room: 'в группе нет свободного места',
  reason_enrolled_elsewhere: 'ребёнок числится в другом детском саду',
  reason_family_declined: 'семья отказалась от места в самом детском саду',
  reason_other: 'другая причина',
  outcome_upheld: 'Отказ подтверждён: ребёнок не зачисляется',
  outcome_overruled: 'Отказ отменён: детский сад обязан принять ребёнка',
  under_review: 'Ждёт решения уполномоченного лица',
  ended: 'Решение больше не нужно: направление не действует',
} as const satisfies Russian<typeof kk>
