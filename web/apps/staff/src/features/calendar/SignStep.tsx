/** Which days become what, which open terms would end later, and the signature. */
import { api, type AuthMe, type QueueCalendarView, type ReferralsCalendarPreviewView, unwrap } from '@kezek/api'
import { dayOf, formatDate } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { useAct, useStatementIn } from '@kezek/signing'
import { Card, Facts, Loaded } from '@kezek/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'

import { SignCard } from '../../shared/rules/SignCard'
import { forgetUnsigned } from '../../shared/rules/unsigned'
import { calendarTexts } from './texts'
import { stateOf } from './year'

interface SignStepProps {
  me: AuthMe
  published: QueueCalendarView
  year: QueueCalendarView
  days: readonly string[]
  /** Under which it was kept unsigned. */
  draft: string
  onBack: () => void
}

export function SignStep({
  me,
  published,
  year: { year, worked, free, confirmed, ...rest },
  days,
  draft,
  onBack,
}: SignStepProps) {
  const t = useTexts(calendarTexts)
  const language = useLanguage()
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const body = { year, worked, free, confirmed }
  const act = useAct({
    type: 'queue.change-calendar',
    name: [year, ...days, confirmed].join('.'), // another tab may change something else
    prepare: () => unwrap(api.POST('/api/queue/calendar/acts', { body })),
    onDone: () => {
      forgetUnsigned(draft)
      void client.invalidateQueries({ queryKey: ['queue'] })
      navigate(`/rules/calendar?year=${String(year)}&signed=1`, { replace: true })
    },
  })
  useStatementIn(me.language, act)
  const becomes = (day: string) => {
    const state = stateOf(dayOf(day), { ...rest, ...body })
    return t(state === 'setOff' || state === 'setWork' ? state : 'asUsual')
  }
  return (
    <>
      <Card marked>
        <h2>{t('whatChanges')}</h2>
        <Facts
          items={[
            ...days.map((day) => ({ name: formatDate(day, language), value: becomes(day) })),
            ...(confirmed === published.confirmed
              ? []
              : [{ name: String(year), value: t(confirmed ? 'isConfirmed' : 'isProvisional') }]),
          ]}
        />
      </Card>
      <Moves body={{ year, worked, free }} />
      <SignCard act={act} after={t('after')} afterMore={t('afterMore')} back={t('backToYear')} onBack={onBack} />
    </>
  )
}

const KINDS = { turn: 'turn', referral: 'referralTerm', 'stop-list': 'stopList' } as const

function Moves({ body }: { body: { year: number; worked: string[]; free: string[] } }) {
  const t = useTexts(calendarTexts)
  const query = useQuery({
    queryKey: ['referrals', 'calendar-preview', body],
    queryFn: ({ signal }) => unwrap(api.POST('/api/referrals/calendar/preview', { body, signal })),
    refetchOnWindowFocus: false,
    gcTime: 0,
  })
  return (
    <Card>
      <h2>{t('whatMoves')}</h2>
      <Loaded query={query}>{({ items }) => <Moved items={items} />}</Loaded>
    </Card>
  )
}

function Moved({ items }: { items: ReferralsCalendarPreviewView['items'] }) {
  const t = useTexts(calendarTexts)
  const any = items.some(({ moved }) => moved > 0)
  return (
    <>
      <p>{t(any ? 'movesTold' : 'nothingMoves')}</p>
      <Facts
        items={items.map(({ kind, moved, running, most_days: days }) => ({
          name: t(KINDS[kind]),
          value: moved > 0 ? t('movedOf', { moved, running, days }) : t('noneOf', { running }),
        }))}
      />
    </>
  )
}
