/** What an officer's grant opens today, said plainly, and what comes later (domain §1). */
import { useTexts } from '@kezek/i18n'
import { Card, Page } from '@kezek/ui'
import { Link } from 'wouter'

import { useDistrictNames } from '../../shared/admin/districts'
import { ForOfficer } from '../../shared/officer/ForOfficer'
import { officerTexts } from './texts'

export default function OfficerPage() {
  const t = useTexts(officerTexts)
  return <ForOfficer title={t('title')}>{({ district }) => <Officer district={district} />}</ForOfficer>
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
            <Link href="/dashboard">{t('figures')}</Link>
          </li>
          <li>
            <Link href="/desk">{t('desk')}</Link>
          </li>
          <li>
            <Link href="/find">{t('find')}</Link>
          </li>
          <li>
            <Link href="/counter">{t('counter')}</Link>
          </li>
          <li>
            <a href={`/vacancies?district=${district}`}>{t('places')}</a>
          </li>
          <li>
            <a href={`/kindergartens?district=${district}`}>{t('kindergartens')}</a>
          </li>
          <li>
            <a href="/check">{t('check')}</a>
          </li>
          <li>
            <a href="/manuals/officer">{t('manual')}</a>
          </li>
        </ul>
      </Card>
      <Card labelledBy="later">
        <h2 id="later">{t('later')}</h2>
        <p>{t('laterText')}</p>
        <ul>
          <li>{t('later1')}</li>
        </ul>
      </Card>
    </Page>
  )
}
