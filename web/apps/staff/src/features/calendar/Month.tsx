/** A month as a table; days from tomorrow on are buttons that turn them round. */
import type { QueueCalendarView } from '@kezek/api'
import { type Day, formatDay, formatWeekday, isoDay, momentOf, weekday } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'

import css from './Calendar.module.css'
import { calendarTexts } from './texts'
import { daysOf, isWorked, stateOf } from './year'

const HEADS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const
const WEEK = HEADS.length

interface MonthProps {
  year: QueueCalendarView
  month: number
  unsigned: readonly string[]
  onTurn: (day: string) => void
}

export function Month({ year, month, unsigned, onTurn }: MonthProps) {
  const t = useTexts(calendarTexts)
  return (
    <table className={css.month}>
      <caption>{t(`m${String(month)}` as 'm1')}</caption>
      <thead>
        <tr>
          {HEADS.map((head) => (
            <th key={head} scope="col">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(daysOf(year.year, month)).map((week, index) => (
          <tr key={index}>
            {week.map((day, column) => (
              <td key={column}>
                {day && <DayCell day={day} year={year} unsigned={unsigned.includes(isoDay(day))} onTurn={onTurn} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function weeksOf(days: readonly Day[]): readonly (readonly (Day | null)[])[] {
  const before = days[0] ? weekday(days[0]) : 0
  const cells: (Day | null)[] = [...Array<null>(before).fill(null), ...days]
  while (cells.length % WEEK > 0) cells.push(null)
  return Array.from({ length: cells.length / WEEK }, (_, week) => cells.slice(week * WEEK, (week + 1) * WEEK))
}

interface DayCellProps {
  day: Day
  year: QueueCalendarView
  unsigned: boolean
  onTurn: (day: string) => void
}

function DayCell({ day, year, unsigned, onTurn }: DayCellProps) {
  const t = useTexts(calendarTexts)
  const language = useLanguage()
  const iso = isoDay(day)
  const state = stateOf(day, year)
  const said = t('dayIs', {
    day: formatDay(day, language),
    weekday: formatWeekday(day, language),
    state: unsigned ? `${t(state)}, ${t('notSigned')}` : t(state),
  })
  const look = { className: css.day, 'data-state': state, 'data-unsigned': unsigned }
  if (iso <= isoDay(momentOf(new Date())))
    return (
      <span {...look} data-past="true" title={said}>
        {day.day}
      </span>
    )
  return (
    <button type="button" {...look} aria-pressed={isWorked(state)} aria-label={said} onClick={() => onTurn(iso)}>
      {day.day}
    </button>
  )
}
