/** What an officer's grant opens today, said plainly, and what comes later (domain §1). */
import type { AuthMe } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Card, EmptyState, Page, SignedIn } from '@kezek/ui'

import { useDistrictNames } from '../../shared/admin/districts'
import { officerTexts } from './texts'

export default function OfficerPage() {
  const t = useTexts(officerTexts)
  return (
    <SignedIn>
      {(me) => {
        const district = districtOf(me)
        return district === null ? (
          <Page narrow title={t('title')}>
            <EmptyState
              title={t('notYours')}
              action={<a href="/sign-in?next=%2Fstaff&again=1&way=eds">{t('signInByKey')}</a>}
            >
              {t('notYoursAdvice')}
            </EmptyState>
          </Page>
        ) : (
          <Officer district={district} />
        )
      }}
    </SignedIn>
  )
}

/** An officer has one district. */
function districtOf({ roles, grants }: AuthMe): string | null {
  if (!roles.includes('officer')) return null
  return grants.find(({ role }) => role === 'officer')?.district ?? null
}

function Officer({ district }: { district: string }) {
  const t = useTexts(officerTexts)
  const nameOf = useDistrictNames()
  return (
    <Page narrow title={t('title')} lead={t('lead', { district: nameOf(district) })}>
      <Card labelledBy="now" marked>
        <h2 id="now">{t('now')}</h2>
        <p>{t('nowText')}</p>
        <ul>
          <li>
            <a href={`/vacancies?district=${district}`}>{t('places')}</a>
          </li>
          <li>
            <a href={`/kindergartens?district=${district}`}>{t('kindergartens')}</a>
          </li>
          <li>
            <a href="/check">{t('check')}</a>
          </li>
        </ul>
      </Card>
      <Card labelledBy="later">
        <h2 id="later">{t('later')}</h2>
        <p>{t('laterText')}</p>
        <ul>
          {(['later1', 'later2', 'later3', 'later4'] as const).map((each) => (
            <li key={each}>{t(each)}</li>
          ))}
        </ul>
      </Card>
    </Page>
  )
}
