/** A day. Browsers write days in a language of their own: what is chosen stands beside, in that of the page. */
import { formatDate } from '@kezek/domain'
import { useLanguage } from '@kezek/i18n'

import { TextField } from './TextField'

interface DayFieldProps {
  label: string
  /** `2026-12-01`, or empty. */
  value: string
  onChoose: (day: string) => void
}

export function DayField({ label, value, onChoose }: DayFieldProps) {
  const words = useDayInWords(value)
  return (
    <TextField
      type="date"
      label={label}
      hint={words}
      value={value}
      onChange={(event) => onChoose(event.target.value)}
    />
  )
}

/** Nothing while a year is typed: browsers give days of the first centuries. */
export function useDayInWords(day: string): string | undefined {
  const language = useLanguage()
  return /^[12]\d{3}-\d\d-\d\d$/.test(day) ? formatDate(day, language) : undefined
}
