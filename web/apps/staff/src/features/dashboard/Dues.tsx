import type { ApplicationsDueClaimView, ApplicationsDuesView } from '@kezek/api'
import { formatDeadline } from '@kezek/domain'
import { claimTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Card, Chip, Facts, Loaded } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

import { regionDuesQuery, sumOf } from '../../shared/dashboards/dues'
import { dashboardSharedTexts } from '../../shared/dashboards/texts'
import { officerSharedTexts } from '../../shared/officer/texts'
import { duesQuery } from './queries'
import { dashboardTexts } from './texts'

/** What an officer is to decide, and what is due first. */
export function OwnDues() {
  const t = useTexts(dashboardTexts)
  return (
    <Loaded query={useQuery(duesQuery)}>
      {({ dues, first }) => (
        <Dues dues={dues}>
          {first.length > 0 && <First claims={first} />}
          <p>
            <Link href="/desk">{t('toDesk')}</Link>
          </p>
        </Dues>
      )}
    </Loaded>
  )
}

/** What waits in a district, or in all; an administrator decides nothing. */
export function DuesOf({ district }: { district: string }) {
  return (
    <Loaded query={useQuery(regionDuesQuery)}>
      {({ items }) => (
        <Dues dues={sumOf(items.filter((each) => !district || each.district === district).map(({ dues }) => dues))} />
      )}
    </Loaded>
  )
}

function Dues({ dues, children }: { dues: ApplicationsDuesView; children?: ReactNode }) {
  const t = useTexts(dashboardTexts)
  const words = useTexts(dashboardSharedTexts)
  const late = dues.overdue > 0
  const numbers = [
    { name: words('overdue'), value: late ? <Chip kind="bad">{String(dues.overdue)}</Chip> : 0 },
    { name: t('today'), value: dues.today },
    { name: t('later'), value: dues.later },
    ...(dues.without_term > 0 ? [{ name: t('withoutTerm'), value: dues.without_term }] : []),
    { name: t('asked'), value: dues.asked },
    ...(dues.refusals > 0 ? [{ name: t('refusals'), value: dues.refusals }] : []),
  ]
  return (
    <Card labelledBy="dues" marked={late ? 'act' : true}>
      <h2 id="dues">{t('dues')}</h2>
      {dues.waiting === 0 && <p>{t('noDues')}</p>}
      <Facts items={numbers} />
      {children}
    </Card>
  )
}

function First({ claims }: { claims: readonly ApplicationsDueClaimView[] }) {
  const t = useTexts(dashboardTexts)
  const words = useTexts(officerSharedTexts)
  const kinds = useTexts(claimTexts)
  const language = useLanguage()
  return (
    <>
      <h3>{t('first')}</h3>
      <ul>
        {claims.map(({ application_id, number, kind, due_at, overdue }) => (
          <li key={`${application_id}.${kind}.${due_at ?? ''}`}>
            <Link href={`/desk/${application_id}`} aria-label={words('openOne', { number })}>
              № {number}
            </Link>{' '}
            {kinds(`kind_${kind}`)}, {overdue && <Chip kind="bad">{t('over')}</Chip>}{' '}
            {due_at ? formatDeadline(due_at, language) : t('noTerm')}
          </li>
        ))}
      </ul>
    </>
  )
}
