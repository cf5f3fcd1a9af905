import type { ApplicationsDuesView, ApplicationsWaitingView } from '@kezek/api'
import { formatDeadline } from '@kezek/domain'
import { claimTexts, useLanguage, useTexts } from '@kezek/i18n'
import { AsOf, Card, Chip, Facts, Loaded, Small } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

import { regionDuesQuery, sumOf } from '../../shared/dashboards/dues'
import { dashboardSharedTexts } from '../../shared/dashboards/texts'
import { officerSharedTexts } from '../../shared/officer/texts'
import { duesQuery, firstDueQuery } from './queries'
import { dashboardTexts } from './texts'

/** What an officer is to decide, and what is due first. */
export function OwnDues() {
  const t = useTexts(dashboardTexts)
  return (
    <Loaded query={useQuery(duesQuery)}>
      {({ dues, as_of: at }) => (
        <Dues dues={dues} at={at}>
          {dues.waiting > 0 && <First />}
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
      {({ items, as_of: at }) => (
        <Dues
          dues={sumOf(items.filter((each) => !district || each.district === district).map(({ dues }) => dues))}
          at={at}
        />
      )}
    </Loaded>
  )
}

interface DuesProps {
  dues: ApplicationsDuesView
  /** As of when. */
  at: string
  children?: ReactNode
}

function Dues({ dues, at, children }: DuesProps) {
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
      <AsOf at={at} />
      {children}
    </Card>
  )
}

function First() {
  const t = useTexts(dashboardTexts)
  const words = useTexts(officerSharedTexts)
  return (
    <>
      <h3>{t('first')}</h3>
      <Loaded query={useQuery(firstDueQuery)}>{({ items }) => <Claims claims={items} />}</Loaded>
      <Small>{words('logged')}</Small>
    </>
  )
}

function Claims({ claims }: { claims: readonly ApplicationsWaitingView[] }) {
  const t = useTexts(dashboardTexts)
  const words = useTexts(officerSharedTexts)
  const kinds = useTexts(claimTexts)
  const language = useLanguage()
  return (
    <ul>
      {claims.map(({ claim_id, application_id, number, kind, due_at, overdue }) => (
        <li key={claim_id}>
          <Link href={`/desk/${application_id}`} aria-label={words('openOne', { number })}>
            № {number}
          </Link>{' '}
          {kinds(`kind_${kind}`)}, {overdue && <Chip kind="bad">{t('over')}</Chip>}{' '}
          {due_at ? formatDeadline(due_at, language) : t('noTerm')}
        </li>
      ))}
    </ul>
  )
}
