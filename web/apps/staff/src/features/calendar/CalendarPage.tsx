/** The working days of a year: what is by rule, what was set otherwise, and setting single days (domain §9.calendar). */
import { api, type AuthMe, type QueueCalendarView, unwrap } from '@kezek/api'
import { momentOf } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Loaded, Page, Select } from '@kezek/ui'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'

import { ForAdministrator } from '../../shared/admin/ForAdministrator'
import { Done } from '../../shared/rules/Done'
import { History } from '../../shared/rules/History'
import { RulesTabs } from '../../shared/rules/RulesTabs'
import { useUnsignedInAddress } from '../../shared/rules/unsigned'
import { Holidays } from './Holidays'
import { SignStep } from './SignStep'
import { calendarTexts } from './texts'
import { turned } from './year'
import { YearStep } from './YearStep'

const YEARS_AHEAD = 5

export const calendarQuery = (year: number) =>
  queryOptions({
    queryKey: ['queue', 'calendar', year],
    queryFn: ({ signal }) => unwrap(api.GET('/api/queue/calendar/{year}', { params: { path: { year } }, signal })),
    meta: { public: true },
  })

export default function CalendarPage() {
  const t = useTexts(calendarTexts)
  return (
    <ForAdministrator title={t('title')}>
      {(me) => (
        <Page title={t('title')} lead={t('lead')}>
          <RulesTabs current="calendar" />
          <Calendar me={me} />
        </Page>
      )}
    </ForAdministrator>
  )
}

function Calendar({ me }: { me: AuthMe }) {
  const t = useTexts(calendarTexts)
  const [params, setParams] = useSearchParams()
  const first = momentOf(new Date()).year
  const year = Number(params.get('year') ?? first)
  const query = useQuery(calendarQuery(year))
  const years = Array.from({ length: YEARS_AHEAD }, (_, index) => first + index)
  return (
    <>
      <Done />
      <Select label={t('year')} value={year} onChange={({ target }) => setParams({ year: target.value })}>
        {(years.includes(year) ? years : [year, ...years]).map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </Select>
      <Loaded query={query}>{(published) => <Year key={year} me={me} published={published} />}</Loaded>
      <History key={year} of={{ kind: 'calendar', year }} />
    </>
  )
}

/** What is changed stands in the address: the days that are turned round, and whether the year is confirmed. */
function Year({ me, published }: { me: AuthMe; published: QueueCalendarView }) {
  const [params, setParams] = useSearchParams()
  const days = (params.get('days') ?? '').split(',').filter((day) => /^\d{4}-\d\d-\d\d$/.test(day))
  const confirmed = params.has('confirmed') ? params.get('confirmed') === '1' : published.confirmed
  const year = turned(published, days, confirmed)
  const changes = days.length + Number(confirmed !== published.confirmed)
  const address = (next: readonly string[], isConfirmed: boolean) => ({
    year: String(published.year),
    ...(next.length > 0 && { days: next.join(',') }),
    ...(isConfirmed !== published.confirmed && { confirmed: isConfirmed ? '1' : '0' }),
  })
  const keep = (next: readonly string[], isConfirmed: boolean, step?: 'sign') =>
    setParams({ ...address(next, isConfirmed), ...(step && { step }) }, { replace: step === undefined })
  const draft = `calendar.${published.year}`
  useUnsignedInAddress(draft, changes > 0 ? address(days, confirmed) : null, (kept) =>
    setParams({ ...kept }, { replace: true }),
  )
  if (params.get('step') === 'sign' && changes > 0)
    return (
      <SignStep
        me={me}
        draft={draft}
        published={published}
        year={year}
        days={days}
        onBack={() => keep(days, confirmed)}
      />
    )
  return (
    <>
      <YearStep
        year={year}
        days={days}
        changes={changes}
        onTurn={(day) =>
          keep(days.includes(day) ? days.filter((each) => each !== day) : [...days, day].sort(), confirmed)
        }
        onConfirm={(is) => keep(days, is)}
        onReset={() => keep([], published.confirmed)}
        onSign={() => {
          scrollTo(0, 0)
          keep(days, confirmed, 'sign')
        }}
      />
      <Holidays year={published} />
    </>
  )
}
