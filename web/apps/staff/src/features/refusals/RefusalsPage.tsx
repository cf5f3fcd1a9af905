/** The officer's desk of refusals: what kindergartens refused and nobody has decided yet, the oldest first (domain §7.refused). */
import type { ReferralsWaitingRefusalView } from '@kezek/api'
import { formatDate, formatNumeric } from '@kezek/domain'
import { refusalTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Chip, type Column, EmptyState, Page, Small } from '@kezek/ui'
import { Link } from 'wouter'

import { useDistrictNames } from '../../shared/admin/districts'
import { ForOfficer } from '../../shared/officer/ForOfficer'
import { officerSharedTexts } from '../../shared/officer/texts'
import { ServerTable } from '../../shared/tables/ServerTable'
import { useSearched } from '../../shared/tables/useSearched'
import { refusalsQuery } from './queries'
import { refusalsTexts } from './texts'

export default function RefusalsPage() {
  const t = useTexts(refusalsTexts)
  const nameOf = useDistrictNames()
  return (
    <ForOfficer title={t('title')}>
      {({ district }) => (
        <Page title={t('title')} lead={t('lead', { district: nameOf(district) })}>
          <Waiting />
        </Page>
      )}
    </ForOfficer>
  )
}

function Waiting() {
  const t = useTexts(refusalsTexts)
  const words = useTexts(officerSharedTexts)
  const searched = useSearched({ filters: {}, sort: null }, refusalsQuery)
  const empty = <EmptyState title={t('empty')}>{t('emptyMore')}</EmptyState>
  return (
    <>
      <ServerTable
        searched={searched}
        caption={t('title')}
        keyOf={({ referral_id: id }) => id}
        columns={useColumns()}
        actions={({ referral_id: id, referral_number: number }) => (
          <Link href={`/refusals/${id}`} aria-label={t('openOne', { number })}>
            {words('open')}
          </Link>
        )}
        empty={empty}
        nothingFits={empty}
      />
      <Small>{words('logged')}</Small>
    </>
  )
}

function useColumns(): Column<ReferralsWaitingRefusalView>[] {
  const t = useTexts(refusalsTexts)
  const words = useTexts(officerSharedTexts)
  const reasons = useTexts(refusalTexts)
  const language = useLanguage()
  return [
    {
      key: 'waits',
      title: t('waits'),
      value: ({ waits_days: days }) => String(days),
      show: ({ waits_days: days, answered }) => (
        <>
          {t('days', { n: days })} {answered && <Chip kind="act">{t('answered')}</Chip>}
        </>
      ),
    },
    {
      key: 'refused',
      title: t('refused'),
      value: ({ refused_at: at }) => at,
      show: ({ refused_at: at }) => formatNumeric(at),
    },
    {
      key: 'child',
      title: words('child'),
      value: ({ child_name: name }) => name,
      show: ({ child_name: name, child_birth_date: born }) => (
        <>
          {name}
          <Small>{formatDate(born, language)}</Small>
        </>
      ),
    },
    { key: 'kindergarten', title: t('kindergarten'), value: ({ kindergarten_name: name }) => name[language] },
    { key: 'reason', title: t('reason'), value: ({ reason }) => reasons(`reason_${reason}`) },
    { key: 'number', title: t('number'), value: ({ referral_number: number }) => number },
  ]
}
