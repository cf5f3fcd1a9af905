import type { ApplicationsInformationView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Card, LinkButton, Notice } from '@kezek/ui'
import { Link } from 'wouter'

import { applicationPageTexts } from './texts'

type Asked = 'application_id' | 'state' | 'transfer_id'

interface TransferProps {
  application: Pick<ApplicationsInformationView, Asked>
}

/** An enrolled child may be asked another kindergarten for, or is already (domain §7.transfer). */
export function Transfer({ application }: TransferProps) {
  const t = useTexts(applicationPageTexts)
  const { application_id: id, state, transfer_id: asked } = application
  if (state.code !== 'enrolled') return null
  return (
    <Card labelledBy="transfer">
      <h2 id="transfer">{t('transfer')}</h2>
      <p>{t(asked ? 'transferRuns' : 'transferAbout')}</p>
      <Link href={asked ? `/journal/${asked}` : `/transfer/${id}`}>{t(asked ? 'transferOpen' : 'transferAsk')}</Link>
    </Card>
  )
}

/** The way to a new application of a child that has left, or to what stands in it: a transfer that goes on still. */
export function Anew({ application, kept }: TransferProps & { kept: boolean }) {
  const t = useTexts(applicationPageTexts)
  const { state, transfer_id: asked } = application
  if (state.code === 'departed' && asked !== null)
    return (
      <Notice>
        <p>
          {t('transferLeft')} <Link href={`/journal/${asked}`}>{t('transferOpen')}</Link>
        </p>
      </Notice>
    )
  return kept && <LinkButton href="/apply">{t('applyAnew')}</LinkButton>
}
