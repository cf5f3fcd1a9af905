/** The rounds that were held: who signed, how many places they gave, what became of that. */
import type { QueuePastRoundView } from '@kezek/api'
import { formatNumeric } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Card, EmptyState, Facts } from '@kezek/ui'
import { Link } from 'wouter'

import { Part } from '../../shared/rules/Part'
import { roundsTexts } from './texts'

export function Past({ history }: { history: readonly QueuePastRoundView[] }) {
  const t = useTexts(roundsTexts)
  return (
    <Part id="history" title={t('history')}>
      {history.length === 0 && <EmptyState title={t('historyEmpty')} />}
      {history.map((round) => (
        <Card key={round.id}>
          <h3>{t('held', { n: round.number })}</h3>
          <RoundFacts round={round} />
          <p>
            <Link href={`/rounds/${round.id}`}>{t('open', { n: round.number })}</Link>
          </p>
        </Card>
      ))}
    </Part>
  )
}

export function RoundFacts({ round }: { round: QueuePastRoundView }) {
  const t = useTexts(roundsTexts)
  return (
    <Facts
      items={[
        { name: t('heldAt'), value: formatNumeric(round.held_at) },
        { name: t('signedBy'), value: round.signed_by_name },
        { name: t('places'), value: String(round.places) },
        { name: t('wishing'), value: String(round.wishing) },
        { name: t('given'), value: String(round.given) },
        { name: t('offered'), value: String(round.begun) },
        ...(round.unmade > 0 ? [{ name: t('failed'), value: String(round.unmade) }] : []),
      ]}
    />
  )
}
