/** That the child will soon be too old for a kindergarten: from which day on, and what happens then. */
import { formatDate, isoDay, momentOf } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Notice } from '@kezek/ui'

import { type Application, calledName } from './model'
import { applicationTexts } from './texts'
import { type Standing, whatRuns } from './whatRuns'

type Ageing = Pick<Application, 'state' | 'child' | 'ages_out_on' | Exclude<keyof Standing, 'status'>>

export function AgesOut({ application }: { application: Ageing }) {
  const t = useTexts(applicationTexts)
  const language = useLanguage()
  const { child, ages_out_on: day } = application
  if (day === null) return null
  return (
    <Notice kind="info" title={t('agesOut', { name: calledName(child), day: formatDate(day, language) })}>
      <p>{t(waits(application, day) ? 'agesOutWaits' : 'agesOutThen')}</p>
    </Notice>
  )
}

/** Whether that day finds a term that runs, or stands: its end is waited for (domain §5.5). */
function waits({ state, ...facts }: Ageing, day: string): boolean {
  const runs = whatRuns({ status: state.code, ...facts })
  return runs.what === 'stands' || ('until' in runs && isoDay(momentOf(runs.until)) >= day)
}
