/** What waits for the officer's decision, whose legal term ends first coming first (domain §3). */
import type { ApplicationsWaitingView } from '@kezek/api'
import { formatDate, formatDeadline, formatNumeric } from '@kezek/domain'
import { claimTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Chip, type Column, EmptyState, Page, Small } from '@kezek/ui'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

import { useDistrictNames } from '../../shared/admin/districts'
import { KINDS, useBenefitNames } from '../../shared/officer/claims'
import { ForOfficer } from '../../shared/officer/ForOfficer'
import { officerSharedTexts } from '../../shared/officer/texts'
import { ServerTable } from '../../shared/tables/ServerTable'
import { useSearched } from '../../shared/tables/useSearched'
import { type Awaited, deskQuery } from './queries'
import { deskTexts } from './texts'

export default function DeskPage() {
  const t = useTexts(deskTexts)
  const nameOf = useDistrictNames()
  return (
    <ForOfficer title={t('title')}>
      {({ district }) => (
        <Page title={t('title')} lead={t('lead', { district: nameOf(district) })}>
          <Waiting state="waiting" empty={<EmptyState title={t('empty')}>{t('emptyMore')}</EmptyState>} />
          <h2>{t('family')}</h2>
          <p>{t('familyMore')}</p>
          <Waiting state="better_copy_asked" empty={<EmptyState title={t('noneAsked')} />} />
        </Page>
      )}
    </ForOfficer>
  )
}

function Waiting({ state, empty }: { state: Awaited; empty: ReactNode }) {
  const t = useTexts(deskTexts)
  const words = useTexts(officerSharedTexts)
  const searched = useSearched({ filters: {}, sort: null }, deskQuery(state))
  return (
    <>
      <ServerTable
        searched={searched}
        caption={t(state === 'waiting' ? 'title' : 'family')}
        keyOf={({ claim_id }) => claim_id}
        columns={useColumns(state)}
        actions={({ application_id, number }) => (
          <Link href={`/desk/${application_id}`} aria-label={words('openOne', { number })}>
            {words('open')}
          </Link>
        )}
        empty={empty}
        nothingFits={<EmptyState title={t('noneOfKind')} />}
      />
      <Small>{words('logged')}</Small>
    </>
  )
}

function useColumns(state: Awaited): Column<ApplicationsWaitingView>[] {
  const t = useTexts(deskTexts)
  const words = useTexts(officerSharedTexts)
  const claims = useTexts(claimTexts)
  const language = useLanguage()
  const benefit = useBenefitNames()
  const due: Column<ApplicationsWaitingView> = {
    key: 'due',
    title: t('due'),
    value: ({ due_at }) => due_at ?? '',
    show: ({ due_at, overdue }) => (
      <>
        {overdue && <Chip kind="bad">{t('overdue')}</Chip>} {due_at ? formatDeadline(due_at, language) : ''}
      </>
    ),
  }
  return [
    ...(state === 'waiting' ? [due] : []),
    {
      key: 'kind',
      title: t('what'),
      value: ({ kind }) => kind,
      show: ({ kind, benefit: code }) => (
        <>
          {claims(`kind_${kind}`)}
          {code && <Small>{benefit(code)}</Small>}
        </>
      ),
      filter: 'choice',
      choices: KINDS.map((value) => ({ value, label: claims(`kind_${value}`) })),
    },
    { key: 'number', title: words('number'), value: ({ number }) => number },
    { key: 'child', title: words('child'), value: ({ child }) => `${child.surname} ${child.given_name}` },
    {
      key: 'born',
      title: words('born'),
      value: ({ birth_date }) => birth_date,
      show: ({ birth_date }) => formatDate(birth_date, language),
    },
    {
      key: 'claimed',
      title: t('claimed'),
      value: ({ claimed_at }) => claimed_at,
      show: ({ claimed_at }) => formatNumeric(claimed_at),
    },
  ]
}
