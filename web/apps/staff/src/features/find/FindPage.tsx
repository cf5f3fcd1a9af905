/** An officer looks for an application of the own district: by number, by IIN, by name and birth date (domain §1). */
import type { ApplicationsBriefApplication } from '@kezek/api'
import { formatDate } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, EmptyState, Lines, Page, Small } from '@kezek/ui'
import { useState } from 'react'
import { Link } from 'wouter'

import { useDistrictNames } from '../../shared/admin/districts'
import { ForOfficer } from '../../shared/officer/ForOfficer'
import { officerSharedTexts } from '../../shared/officer/texts'
import { FindForm } from './FindForm'
import { findTexts } from './texts'

export default function FindPage() {
  const t = useTexts(findTexts)
  const nameOf = useDistrictNames()
  return (
    <ForOfficer title={t('title')}>
      {({ district }) => (
        <Page narrow title={t('title')} lead={t('lead', { district: nameOf(district) })}>
          <Find />
        </Page>
      )}
    </ForOfficer>
  )
}

function Find() {
  const [found, setFound] = useState<readonly ApplicationsBriefApplication[] | null>(null)
  return (
    <>
      <FindForm onFound={setFound} />
      {found && <Found applications={found} />}
    </>
  )
}

function Found({ applications }: { applications: readonly ApplicationsBriefApplication[] }) {
  const t = useTexts(findTexts)
  const words = useTexts(officerSharedTexts)
  const language = useLanguage()
  if (applications.length === 0) return <EmptyState title={t('nothing')}>{t('nothingMore')}</EmptyState>
  return (
    <Card labelledBy="found">
      <h2 id="found" role="status">
        {t('found', { n: applications.length })}
      </h2>
      <Lines>
        {applications.map(({ application_id: id, number, child, birth_date }) => (
          <li key={id}>
            <Link href={`/desk/${id}`} aria-label={words('openOne', { number })}>{`№ ${number}`}</Link> {child.surname}{' '}
            {child.given_name}
            <Small>{formatDate(birth_date, language)}</Small>
          </li>
        ))}
      </Lines>
    </Card>
  )
}
