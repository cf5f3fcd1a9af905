import type { Kazakh } from '@kezek/i18n'

export default {
  annulments: 'Күші жойылған орындар',
  at: 'Қашан',
  by: 'Уәкілетті тұлға',
  unknown: 'белгісіз',
  many: 'Орын саны',
  ended: 'Аяқталған таңдау мерзімдері',
  reason: 'Себебі',
  remark: 'Түсіндірмесі',
  reason_published_by_mistake: 'орындар қате жарияланған',
  reason_group_not_opened: 'топ ашылмайды',
  reason_premises_unusable: 'үй-жайды пайдалануға болмайды',
  reason_other: 'басқа',
} as const satisfies Kazakh
