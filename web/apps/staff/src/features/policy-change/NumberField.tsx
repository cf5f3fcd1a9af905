/** A number, a switch or a choice of a policy, with what it is now, its bounds and its clause. */
import type { QueuePolicy, QueuePolicyFormView } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Select, TextField } from '@kezek/ui'

import { rulesTexts } from '../../shared/rules/texts'
import { type NumberName, numberOf, useValueWords } from '../../shared/rules/values'
import { changePolicyTexts } from './texts'

type Field = QueuePolicyFormView['groups'][number]['numbers'][number]

interface NumberFieldProps {
  field: Field
  before: QueuePolicy
  value: string
  error: string | undefined
  onChange: (value: string) => void
}

export function NumberField({ field, before, value, error, onChange }: NumberFieldProps) {
  const rules = useTexts(rulesTexts)
  const label = field.text[useLanguage()]
  const same = { id: field.name, label, hint: useHint(field, before), error, value }
  const type = ({ target }: { target: { value: string } }) => onChange(target.value)
  if (field.kind === 'switch' || field.kind === 'profile') {
    const choices = field.kind === 'switch' ? (['yes', 'no'] as const) : (['referral', 'voucher'] as const)
    return (
      <Select {...same} onChange={type}>
        {choices.map((each) => (
          <option key={each} value={each}>
            {rules(each)}
          </option>
        ))}
      </Select>
    )
  }
  return (
    <TextField
      {...same}
      letters={6}
      maxLength={8}
      inputMode={field.kind === 'number' ? 'numeric' : 'text'}
      onChange={type}
    />
  )
}

function useHint({ kind, name, least, most, optional, clause }: Field, before: QueuePolicy): string {
  const t = useTexts(changePolicyTexts)
  const rules = useTexts(rulesTexts)
  const words = useValueWords()
  return [
    t('now', { value: words(before[name as NumberName]) }),
    ...(least !== null && most !== null ? [rules('bounds', { least, most })] : []),
    ...(kind === 'day_of_year' ? [t('dayOfYear')] : []),
    ...(optional ? [t('optional')] : []),
    rules('clause', { clause: numberOf(clause) }),
  ].join(' · ')
}
