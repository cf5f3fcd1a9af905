/** When one's child came and left, day by day; what is marked now appears by itself (domain §8.attendance). */
import type { KindergartensChildDayView, KindergartensChildMonthView, KindergartensMarkView } from '@kezek/api'
import { formatDay, formatHour, formatWeekday } from '@kezek/domain'
import { askedMonth, earlierMonth, formatMonth, laterMonth } from '@kezek/domain/months'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Actions, AsOf, BackLink, Button, EmptyState, Lines, Loaded, Notice, Page, SignedIn, useToday } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'wouter'

import { ClosedMonths } from './ClosedMonths'
import { monthQuery, sheetsQuery } from './queries'
import { childAttendanceTexts } from './texts'

export default function ChildAttendancePage() {
  const t = useTexts(childAttendanceTexts)
  const { id = '' } = useParams()
  return (
    <SignedIn>
      {() => (
        <>
          <BackLink href="/attendance">{t('back')}</BackLink>
          <Asked key={id} id={id} />
        </>
      )}
    </SignedIn>
  )
}

function Asked({ id }: { id: string }) {
  const t = useTexts(childAttendanceTexts)
  const language = useLanguage()
  const today = useToday()
  const thisMonth = today.slice(0, 7)
  const [params, setParams] = useSearchParams()
  const month = askedMonth(params.get('month'), thisMonth)
  const go = (next: string) => setParams({ month: next }, { replace: true })
  const query = useQuery(monthQuery(id, month))
  const name = query.data && `${query.data.given_name} ${query.data.surname}`
  return (
    <Page narrow title={t('title')} lead={name}>
      <Actions>
        <Button kind="second" small onClick={() => go(earlierMonth(month))}>
          {t('earlier')}
        </Button>
        {month < thisMonth && (
          <Button kind="second" small onClick={() => go(laterMonth(month))}>
            {t('later')}
          </Button>
        )}
      </Actions>
      {month === thisMonth && <EarlierAwaits id={id} month={earlierMonth(month)} onOpen={go} />}
      <h2>{formatMonth(month, language)}</h2>
      <ClosedMonths id={id} month={month} />
      <Loaded query={query}>{(found) => <Days {...found} today={today} />}</Loaded>
      <AsOf at={query.dataUpdatedAt} />
    </Page>
  )
}

interface EarlierProps {
  id: string
  month: string
  onOpen: (month: string) => void
}

/** A month is closed when the next one runs: who comes to approve it does not have to look for it. */
function EarlierAwaits({ id, month, onOpen }: EarlierProps) {
  const t = useTexts(childAttendanceTexts)
  const { data = [] } = useQuery(sheetsQuery(id, month))
  if (!data.some(({ asks_parents, answer }) => asks_parents && answer === null)) return null
  return (
    <Notice title={t('earlierAwaits')} live>
      <Actions>
        <Button small onClick={() => onOpen(month)}>
          {t('openSheet')}
        </Button>
      </Actions>
    </Notice>
  )
}

function Days({ days, today }: KindergartensChildMonthView & { today: string }) {
  const t = useTexts(childAttendanceTexts)
  if (days.length === 0) return <EmptyState title={t('none')}>{t('noneMore')}</EmptyState>
  return (
    <Lines>
      {days.map((day) => (
        <Day key={day.day} {...day} today={today} />
      ))}
    </Lines>
  )
}

function Day({ day, presence, arrival, leaving, absence, today }: KindergartensChildDayView & { today: string }) {
  const t = useTexts(childAttendanceTexts)
  const language = useLanguage()
  const said = (mark: KindergartensMarkView) => ({
    time: formatHour(mark.at),
    who: mark.name ?? t(mark.marked_by),
  })
  return (
    <li>
      <h3>
        {formatDay(day, language)}, {formatWeekday(day, language)}
      </h3>
      {arrival && <p>{t('came', said(arrival))}</p>}
      {leaving && <p>{t('left', said(leaving))}</p>}
      {leaving?.by_code && <p>{t('fetched', { name: leaving.fetched_by ?? t('somebody') })}</p>}
      {presence === 'there' && <p>{t(day === today ? 'there' : 'notLeft')}</p>}
      {absence && (
        <p>
          {t('absent')} {t(absence.reason)}
          {absence.remark !== '' && `: ${absence.remark}`}
        </p>
      )}
      {presence === 'awaited' && <p>{t('struck')}</p>}
    </li>
  )
}
