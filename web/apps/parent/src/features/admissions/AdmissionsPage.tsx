/** «МДҰ-ға қабылдау үшін өтініштер журналы»: all admission applications, newest first, each to be opened [M5.54–66]. */
import type { ReferralsAdmissionView } from '@kezek/api'
import { formatNumeric, formatToSecond } from '@kezek/domain'
import { admissionTexts, kindergartenTexts, useLanguage, useTexts } from '@kezek/i18n'
import { AsOf, BackLink, Chip, type Column, EmptyState, LinkButton, Loaded, Page, SignedIn, Table } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'

import { admissionsQuery, CHIP_OF } from '../../shared/applications/admissions'
import { admissionsTexts } from './texts'

export default function AdmissionsPage() {
  const t = useTexts(admissionsTexts)
  return (
    <SignedIn>
      {() => (
        <>
          <BackLink href="/cabinet">{t('back')}</BackLink>
          <Page title={t('title')}>
            <Journal />
          </Page>
        </>
      )}
    </SignedIn>
  )
}

function Journal() {
  const t = useTexts(admissionsTexts)
  const query = useQuery(admissionsQuery)
  const columns = useColumns()
  return (
    <Loaded query={query}>
      {(rows) => (
        <>
          {rows.length > 0 && <p>{t('lead')}</p>}
          <Table<ReferralsAdmissionView>
            caption={t('title')}
            columns={columns}
            rows={rows}
            total={rows.length}
            keyOf={({ referral_id: id }) => id}
            actions={({ application_id: application, referral_id: id, number }) => (
              <Link href={`/admissions/${application}/${id}`} aria-label={t('openOne', { number })}>
                {t('open')}
              </Link>
            )}
            empty={
              <EmptyState title={t('empty')} action={<LinkButton href="/papers">{t('papers')}</LinkButton>}>
                {t('emptyAbout')}
              </EmptyState>
            }
          />
          <AsOf at={query.dataUpdatedAt} />
        </>
      )}
    </Loaded>
  )
}

function useColumns(): Column<ReferralsAdmissionView>[] {
  const t = useTexts(admissionTexts)
  const gardens = useTexts(kindergartenTexts)
  const language = useLanguage()
  return [
    { key: 'id', title: t('id'), value: ({ id }) => id },
    { key: 'number', title: t('number'), value: ({ number }) => number },
    { key: 'child', title: t('child'), value: ({ child_name: name }) => name },
    { key: 'born', title: t('born'), value: ({ child_birth_date: day }) => formatNumeric(day) },
    { key: 'applicant', title: t('applicant'), value: ({ applicant_name: name }) => name },
    { key: 'created', title: t('created'), value: ({ created_at: at }) => formatToSecond(at) },
    {
      key: 'accepted',
      title: t('accepted'),
      value: ({ accepted_at: at }) => (at === null ? '' : formatToSecond(at)),
    },
    {
      key: 'state',
      title: t('state'),
      value: ({ state }) => t(`state_${state}`),
      show: ({ state }) => <Chip kind={CHIP_OF[state]}>{t(`state_${state}`)}</Chip>,
    },
    { key: 'kindergarten', title: t('kindergarten'), value: ({ kindergarten_name: name }) => name[language] },
    { key: 'language', title: t('language'), value: ({ language: taught }) => gardens(`in_${taught}`) },
    {
      key: 'details',
      title: t('details'),
      value: ({ returned, state, submitted_at: at }) => {
        if (at === null) return t('unsubmitted')
        return returned && state === 'rejected' ? t(`flaw_${returned.flaw}`) : ''
      },
    },
  ]
}
