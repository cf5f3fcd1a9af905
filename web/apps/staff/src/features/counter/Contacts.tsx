import type { ApplicationsLanguage } from '@kezek/api'
import { LANGUAGE_NAMES, useTexts } from '@kezek/i18n'
import { RadioGroup, TextField } from '@kezek/ui'

import { counterTexts } from './texts'

export interface Reached {
  phone: string
  /** May be empty: then the family is told by SMS. */
  email: string
  language: ApplicationsLanguage
}

interface ContactsProps {
  reached: Reached
  errorOf: (field: 'phone' | 'email') => string | undefined
  change: (part: Partial<Reached>) => void
}

/** How the family is reached, and in which language. */
export function Contacts({ reached, errorOf, change }: ContactsProps) {
  const t = useTexts(counterTexts)
  return (
    <>
      <TextField
        id="phone"
        type="tel"
        label={t('phone')}
        hint={t('phoneHint')}
        error={errorOf('phone')}
        maxLength={40}
        value={reached.phone}
        onChange={({ target }) => change({ phone: target.value })}
      />
      <TextField
        id="email"
        type="email"
        label={t('email')}
        hint={t('emailHint')}
        error={errorOf('email')}
        maxLength={200}
        value={reached.email}
        onChange={({ target }) => change({ email: target.value })}
      />
      <RadioGroup
        pills
        legend={t('language')}
        value={reached.language}
        choices={(['kk', 'ru', 'en'] as const).map((value) => ({ value, label: LANGUAGE_NAMES[value].full }))}
        onChange={(language) => change({ language })}
      />
    </>
  )
}
