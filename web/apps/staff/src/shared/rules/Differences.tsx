/** Each number as it was and as it becomes, by its name. */
import type { QueuePolicyFormView } from '@kezek/api'
import { useLanguage } from '@kezek/i18n'
import { Facts } from '@kezek/ui'

import { type Difference, useValueWords } from './values'

interface DifferencesProps {
  form: QueuePolicyFormView
  items: readonly Difference[]
}

export function Differences({ form, items }: DifferencesProps) {
  const language = useLanguage()
  const words = useValueWords()
  const names = new Map(form.groups.flatMap(({ numbers }) => numbers.map(({ name, text }) => [name, text[language]])))
  return (
    <Facts
      items={items.map(({ name, was, becomes }) => ({
        name: names.get(name) ?? name,
        value: `${words(was)} → ${words(becomes)}`,
      }))}
    />
  )
}
