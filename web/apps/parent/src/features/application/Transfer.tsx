import type { ApplicationsInformationView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Card } from '@kezek/ui'
import { Link } from 'wouter'

import { applicationPageTexts } from './texts'

type Asked = 'application_id' | 'state' | 'transfer_id'

/** An enrolled child may be asked another kindergarten for, or is already; that may outlast its stay (domain §7.transfer). */
export function Transfer({ application }: { application: Pick<ApplicationsInformationView, Asked> }) {
  const t = useTexts(applicationPageTexts)
  const { application_id: id, state, transfer_id: asked } = application
  const left = state.code === 'departed' && asked !== null
  if (state.code !== 'enrolled' && !left) return null
  return (
    <Card labelledBy="transfer">
      <h2 id="transfer">{t('transfer')}</h2>
      <p>{t(left ? 'transferLeft' : asked ? 'transferRuns' : 'transferAbout')}</p>
      <Link href={asked ? `/journal/${asked}` : `/transfer/${id}`}>{t(asked ? 'transferOpen' : 'transferAsk')}</Link>
    </Card>
  )
}
