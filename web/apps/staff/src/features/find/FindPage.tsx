/** An officer looks for an application of the own district: by number, by IIN, by name and birth date (domain §1). */
import { formatDate } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, EmptyState, Lines, Page, RadioGroup, Small } from '@kezek/ui'
import { useState } from 'react'
import { Link } from 'wouter'

import { useDistrictNames } from '../../shared/admin/districts'
import { ForOfficer } from '../../shared/officer/ForOfficer'
import { officerSharedTexts } from '../../shared/officer/texts'
import { FindForm } from './FindForm'
import type { Hit } from './hits'
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
  const [found, setFound] = useState<readonly Hit[] | null>(null)
  return (
    <>
      <FindForm onFound={setFound} />
      {found && <Found applications={found} />}
    </>
  )
}

function Found({ applications }: { applications: readonly Hit[] }) {
  const t = useTexts(findTexts)
  const words = useTexts(officerSharedTexts)
  const language = useLanguage()
  const [only, setOnly] = useState<'all' | 'place' | 'transfer'>('all')
  const ofBothKinds = new Set(applications.map(({ transfer }) => transfer)).size > 1
  const shown = applications.filter(
    ({ transfer }) => !ofBothKinds || only === 'all' || transfer === (only === 'transfer'),
  )
  if (applications.length === 0) return <EmptyState title={t('nothing')}>{t('nothingMore')}</EmptyState>
  return (
    <Card labelledBy="found">
      <h2 id="found" role="status">
        {t('found', { n: applications.length })}
      </h2>
      {ofBothKinds && (
        <RadioGroup
          pills
          legend={t('kind')}
          value={only}
          choices={(['all', 'place', 'transfer'] as const).map((value) => ({ value, label: t(`kind_${value}`) }))}
          onChange={setOnly}
        />
      )}
      <Lines>
        {shown.map(({ id, number, name, born, transfer, admission }) => (
          <li key={id}>
            <Link href={`/desk/${id}`} aria-label={words('openOne', { number })}>{`№ ${number}`}</Link> {name}
            <Small>
              {formatDate(born, language)}
              {transfer && `, ${t('isTransfer')}`}
              {admission !== undefined && `, ${t('admission', { number: admission })}`}
            </Small>
          </li>
        ))}
      </Lines>
    </Card>
  )
}
