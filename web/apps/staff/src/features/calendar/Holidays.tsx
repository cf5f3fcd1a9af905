import type { QueueCalendarView } from '@kezek/api'
import { formatDay } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Facts, Fold } from '@kezek/ui'

import { calendarTexts } from './texts'

/** The public holidays of a year, by their names. */
export function Holidays({ year: { holidays } }: { year: QueueCalendarView }) {
  const t = useTexts(calendarTexts)
  const language = useLanguage()
  return (
    <Fold summary={t('holidays')}>
      <Facts items={holidays.map(({ on, name }) => ({ name: formatDay(on, language), value: name[language] }))} />
    </Fold>
  )
}
