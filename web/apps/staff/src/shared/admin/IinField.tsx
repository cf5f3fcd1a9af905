import { useTexts } from '@kezek/i18n'
import { TextField } from '@kezek/ui'

import { adminTexts } from './texts'

interface IinFieldProps {
  hint?: string
  error: string | undefined
  value: string
  onType: (typed: string) => void
}

/** Somebody's IIN, also as it is pasted. */
export function IinField({ onType, ...field }: IinFieldProps) {
  const t = useTexts(adminTexts)
  return (
    <TextField
      id="iin"
      label={t('iin')}
      {...field}
      inputMode="numeric"
      letters={16}
      maxLength={60}
      onChange={(event) => onType(event.target.value)}
    />
  )
}
