/** The kindergarten's admission applications: those that wait for it first, the longest waiting first (domain §8.papers). */
import type { ReferralsAdmissionState, ReferralsAdmissionView } from '@kezek/api'
import { formatDate, formatDeadline, formatNumeric } from '@kezek/domain'
import { admissionTexts, kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Chip, type ChipKind, type Column, EmptyState, Page, Small } from '@kezek/ui'
import { Link } from 'wouter'

import { ServerTable } from '../../shared/tables/ServerTable'
import { useSearched } from '../../shared/tables/useSearched'
import { AtWork, type Work } from '../../shared/workplace/AtWork'
import { admissionsQuery, STATES } from './queries'
import { admissionDeskTexts } from './texts'

/** Act: the kindergarten is to. */
export const CHIP_OF: Readonly<Record<ReferralsAdmissionState, ChipKind>> = {
  submitted: 'act',
  rejected: 'wait',
  accepted: 'ok',
  archived: 'ended',
}

export default function AdmissionsPage() {
  const t = useTexts(admissionDeskTexts)
  return (
    <AtWork title={t('title')}>
      {({ kindergarten }) => (
        <Page title={t('title')} lead={t('lead')}>
          <Listed key={kindergarten.id} kindergarten={kindergarten} />
        </Page>
      )}
    </AtWork>
  )
}

function Listed({ kindergarten }: Pick<Work, 'kindergarten'>) {
  const t = useTexts(admissionDeskTexts)
  const searched = useSearched({ filters: {}, sort: null }, admissionsQuery(kindergarten.id))
  return (
    <>
      <ServerTable<ReferralsAdmissionView>
        searched={searched}
        caption={t('title')}
        keyOf={({ referral_id: id }) => id}
        columns={useColumns()}
        actions={({ referral_id: id, number }) => (
          <Link href={`/admissions/${id}`} aria-label={t('openOne', { number })}>
            {t('open')}
          </Link>
        )}
        empty={<EmptyState title={t('empty')}>{t('emptyMore')}</EmptyState>}
        nothingFits={<EmptyState title={t('noneFits')}>{t('noneFitsMore')}</EmptyState>}
      />
      <Small>{t('logged')}</Small>
    </>
  )
}

function useColumns(): Column<ReferralsAdmissionView>[] {
  const t = useTexts(admissionDeskTexts)
  const words = useTexts(admissionTexts)
  const gardens = useTexts(kindergartenTexts)
  const language = useLanguage()
  return [
    {
      key: 'state',
      title: words('state'),
      value: ({ state }) => words(`state_${state}`),
      show: ({ state }) => <Chip kind={CHIP_OF[state]}>{words(`state_${state}`)}</Chip>,
      filter: 'choice',
      choices: STATES.map((value) => ({ value, label: words(`state_${value}`) })),
      sortable: true,
    },
    { key: 'number', title: words('number'), value: ({ number }) => number, sortable: true },
    {
      key: 'child',
      title: words('child'),
      value: ({ child_name: name }) => name,
      sortable: true,
      show: ({ child_name: name, child_birth_date: born }) => (
        <>
          {name}
          <Small>{formatDate(born, language)}</Small>
        </>
      ),
    },
    { key: 'applicant', title: words('applicant'), value: ({ applicant_name: name }) => name, sortable: true },
    {
      key: 'submitted',
      title: words('submitted'),
      value: ({ submitted_at: at }) => (at === null ? '' : formatNumeric(at)),
      sortable: true,
    },
    {
      key: 'term',
      title: t('term'),
      value: ({ ends_at: until, state }) =>
        until === null ? (state === 'submitted' ? t('noTerm') : '') : formatDeadline(until, language),
      sortable: true,
    },
    {
      key: 'group_year',
      title: words('groupYear'),
      value: ({ group_year: year, language: taught }) => `${String(year)}, ${gardens(`in_${taught}`)}`,
      sortable: true,
    },
  ]
}
