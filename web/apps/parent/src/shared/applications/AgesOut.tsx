/** That the child will soon be too old for a kindergarten: from which day on, and what happens then. */
import { formatDate } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Notice } from '@kezek/ui'

import { type Application, calledName } from './model'
import { applicationTexts } from './texts'

export function AgesOut({ application }: { application: Pick<Application, 'state' | 'child' | 'ages_out_on'> }) {
  const t = useTexts(applicationTexts)
  const language = useLanguage()
  const { state, child, ages_out_on: day } = application
  if (day === null) return null
  return (
    <Notice kind="info" title={t('agesOut', { name: calledName(child), day: formatDate(day, language) })}>
      <p>{t(state.code === 'queued' ? 'agesOutThen' : 'agesOutWaits')}</p>
    </Notice>
  )
}
