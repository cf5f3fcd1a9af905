import type { AuthHealthView } from '@kezek/api'
import { formatMoment } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, Chip, type Fact, Facts, Spinner } from '@kezek/ui'
import { Link } from 'wouter'

import type { Service } from '../../shared/services/services'
import { serviceTexts } from '../../shared/services/texts'
import { CHIP, type State } from './state'
import { healthTexts } from './texts'

interface PartCardProps {
  service: Service
  /** Null while nobody knows yet. */
  state: State | null
  health: AuthHealthView | undefined
}

export function PartCard({ service, state, health }: PartCardProps) {
  const t = useTexts(healthTexts)
  const part = useTexts(serviceTexts)
  return (
    <Card labelledBy={service}>
      <h2 id={service}>{part(service)}</h2>
      {state === null ? (
        <Spinner />
      ) : (
        <p>
          <Chip kind={CHIP[state]}>{t(state)}</Chip> {health && state !== 'silent' && <Since health={health} />}
        </p>
      )}
      {health && state !== 'silent' && <Figures health={health} />}
    </Card>
  )
}

function Since({ health: { health, since } }: { health: AuthHealthView }) {
  const t = useTexts(healthTexts)
  const language = useLanguage()
  if (since === null) return t('never')
  return t(health === 'stopped' ? 'lastHeard' : 'since', { time: formatMoment(since, language) })
}

/** What is late is told where something is. */
function Figures({ health }: { health: AuthHealthView }) {
  const t = useTexts(healthTexts)
  const { workers, lag, lag_since, outbox, outbox_since, jobs, late_jobs, late_acts, late_deadlines, parked } = health
  const language = useLanguage()
  // while an API of the release before answers, it does not say since when
  const waiting = (n: number, since: string | null | undefined) =>
    since == null ? n : t('waiting', { n, time: formatMoment(since, language) })
  const late: Fact[] = [
    ...(late_acts > 0 ? [{ name: t('lateActs'), value: late_acts }] : []),
    ...(late_deadlines > 0 ? [{ name: t('lateDeadlines'), value: late_deadlines }] : []),
  ]
  return (
    <Facts
      items={[
        { name: t('workers'), value: workers },
        ...(workers > 0 ? [{ name: t('lag'), value: lag === null ? t('kafkaSilent') : waiting(lag, lag_since) }] : []),
        { name: t('outbox'), value: waiting(outbox, outbox_since) },
        { name: t('jobs'), value: late_jobs > 0 ? t('lateJobs', { n: jobs, late: late_jobs }) : jobs },
        ...late,
        {
          name: t('parked'),
          value: parked > 0 ? <Link href="/system/parked">{t('parkedLink', { n: parked })}</Link> : parked,
        },
      ]}
    />
  )
}
