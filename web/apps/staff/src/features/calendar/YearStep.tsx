import type { QueueCalendarView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Actions, Button, Checkbox, Notice, Small } from '@kezek/ui'

import css from './Calendar.module.css'
import { Month } from './Month'
import { calendarTexts } from './texts'
import type { DayState } from './year'

interface YearStepProps {
  year: QueueCalendarView
  /** Those that are turned round and not signed. */
  days: readonly string[]
  changes: number
  onTurn: (day: string) => void
  onConfirm: (confirmed: boolean) => void
  onReset: () => void
  onSign: () => void
}

export function YearStep({ year, days, changes, onTurn, onConfirm, onReset, onSign }: YearStepProps) {
  const t = useTexts(calendarTexts)
  return (
    <>
      <p>{t('press')}</p>
      <Legend />
      <div className={css.year}>
        {Array.from({ length: 12 }, (_, index) => (
          <Month key={index} year={year} month={index + 1} unsigned={days} onTurn={onTurn} />
        ))}
      </div>
      <Checkbox
        label={t('confirm')}
        hint={t('confirmHint')}
        checked={year.confirmed}
        onChange={({ target }) => onConfirm(target.checked)}
      />
      <Notice
        kind={changes > 0 ? 'important' : 'info'}
        title={changes > 0 ? t('changes', { count: changes }) : t('noChanges')}
      >
        {changes > 0 ? t('changesMore') : t(year.confirmed ? 'isConfirmed' : 'isProvisional')}
      </Notice>
      {changes > 0 && (
        <Actions>
          <Button onClick={onSign}>{t('toSign')}</Button>
          <Button kind="second" onClick={onReset}>
            {t('reset')}
          </Button>
        </Actions>
      )}
    </>
  )
}

const STATES: readonly DayState[] = ['work', 'off', 'holiday', 'setOff', 'setWork']

/** Said in words as well: no colour is needed alone. */
function Legend() {
  const t = useTexts(calendarTexts)
  return (
    <div>
      <Small>{t('legend')}</Small>
      <ul className={css.legend}>
        {STATES.map((state) => (
          <li key={state}>
            <span className={css.day} data-state={state} aria-hidden="true">
              5
            </span>
            {t(state)}
          </li>
        ))}
      </ul>
    </div>
  )
}
