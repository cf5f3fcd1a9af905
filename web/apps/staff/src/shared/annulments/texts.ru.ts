import type { Russian } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  annulments: 'Аннулированные места',
  at: 'Когда',
  by: 'Уполномоченное лицо',
  unknown: 'неизвестно',
  many: 'Количество мест',
  ended: 'Завершено сроков выбора',
  reason: 'Причина',
  remark: 'Пояснение',
  reason_published_by_mistake: 'места опубликованы по ошибке',
  reason_group_not_opened: 'группа не открывается',
  reason_premises_unusable: 'помещения непригодны',
  reason_other: 'другая',
} as const satisfies Russian<typeof kk>
