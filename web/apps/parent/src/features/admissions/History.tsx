/** All that happened to an admission application, newest first. */
import type { ReferralsOpenedAdmissionView } from '@kezek/api'
import { formatMoment } from '@kezek/domain'
import { admissionTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Card, Lines, Small } from '@kezek/ui'

interface Line {
  at: string
  what: string
  why?: string
}

export function History({ opened }: { opened: ReferralsOpenedAdmissionView }) {
  const t = useTexts(admissionTexts)
  const language = useLanguage()
  return (
    <Card labelledBy="history">
      <h2 id="history">{t('history')}</h2>
      <Lines>
        {useLines(opened).map(({ at, what, why }) => (
          <li key={`${at} ${what}`}>
            <strong>{what}</strong>
            {why !== undefined && <p>{why}</p>}
            <Small>{formatMoment(at, language)}</Small>
          </li>
        ))}
      </Lines>
    </Card>
  )
}

function useLines({
  submissions,
  submitted_at: handedIn,
  ended_at: ended,
  state,
}: ReferralsOpenedAdmissionView): Line[] {
  const t = useTexts(admissionTexts)
  const lines = submissions.flatMap(({ at, returned }, index): Line[] => [
    { at, what: t(index === 0 ? 'history_submitted' : 'history_again') },
    ...(returned
      ? [{ at: returned.at, what: t('history_returned'), why: `${t(`flaw_${returned.flaw}`)}. ${returned.words}` }]
      : []),
  ])
  const what = handedIn === null ? t('history_unsubmitted') : state === 'submitted' ? '' : t(`history_${state}`)
  const end = what === '' || ended === null ? [] : [{ at: ended, what }]
  return [...lines, ...end].reverse()
}
