import type { ApplicationsCounterBody, ApplicationsInstructionLanguage, ApplicationsLanguage } from '@kezek/api'
import { newId, plainPhone } from '@kezek/domain'
import { fieldTexts, kindergartenTexts, LANGUAGE_NAMES, useLanguage, useTexts } from '@kezek/i18n'
import { Button, Card, Checkbox, FormBox, RadioGroup, Select, TextField, useForm } from '@kezek/ui'
import { FilesField, useFiles } from '@kezek/ui/files'
import { useState } from 'react'

import type { Looked } from './Look'
import { Sign } from './Sign'
import { counterTexts } from './texts'

type Wish = ApplicationsInstructionLanguage | ''
export type Filled = Omit<ApplicationsCounterBody, 'person'>
const WISHES: readonly ApplicationsInstructionLanguage[] = ['kk', 'ru', 'en']
const LIMITS = { most: 3, megabytes: 10 }

interface PaperProps {
  looked: Looked
  district: string
  /** In which the officer's statement is written. */
  language: string
  onDone: (entered: { application_id: string; number: string }) => void
}

/** What the family has written and signed, with the scan of it. */
export function Paper({ looked, district, language, onDone }: PaperProps) {
  const t = useTexts(counterTexts)
  const field = useTexts(fieldTexts)
  const form = useForm<string>()
  const [draftId] = useState(newId)
  const files = useFiles({ purpose: 'counter_statement', draftId, district }, LIMITS)
  const [typed, setTyped] = useState({ phone: '', email: '', undertaking: false })
  const [wishes, setWishes] = useState<readonly Wish[]>([])
  const [told, setTold] = useState<ApplicationsLanguage>(useLanguage())
  const [filled, setFilled] = useState<Filled | null>(null)
  const languages = [...new Set(wishes.filter((each) => each !== ''))]
  const next = async () => {
    const phone = plainPhone(typed.phone)
    const good = form.check({
      'wish-1': languages.length === 0 && t('chooseOne'),
      phone: phone === null && field('phone_invalid'),
      email: !/^\S+@\S+\.\S+$/.test(typed.email.trim()) && field('email_invalid'),
      undertaking: !typed.undertaking && t('undertakingMissing'),
      scan: (files.items.length === 0 && t('scanMissing')) || (files.hindrance !== null && t('scanWaits')),
    })
    const statement = good ? await files.receipts() : null
    if (statement === null || phone === null) return
    setFilled({
      child_iin: looked.child_iin,
      district,
      languages,
      phone,
      email: typed.email.trim(),
      language: told,
      statement,
      data_kept_current: true,
      algorithm_read: true,
    } as Filled)
  }
  if (filled)
    return (
      <Sign
        looked={looked}
        filled={filled}
        name={draftId}
        language={language}
        onBack={() => setFilled(null)}
        onDone={onDone}
      />
    )
  return (
    <Card labelledBy="paper" marked="act">
      <h2 id="paper">{t('paper')}</h2>
      <FormBox onSubmit={() => void next()}>
        {form.summary}
        <Wishes wishes={wishes} error={form.errorOf('wish-1')} onChange={setWishes} />
        <Contacts typed={typed} told={told} errorOf={form.errorOf} onType={setTyped} onTold={setTold} />
        <FilesField id="scan" files={files} legend={t('scan')} hint={t('scanHint')} error={form.errorOf('scan')} />
        <Checkbox
          id="undertaking"
          label={t('undertaking')}
          error={form.errorOf('undertaking')}
          checked={typed.undertaking}
          onChange={({ target }) => setTyped({ ...typed, undertaking: target.checked })}
        />
        <Button type="submit">{t('next')}</Button>
      </FormBox>
    </Card>
  )
}

interface Typed {
  phone: string
  email: string
  undertaking: boolean
}

interface ContactsProps {
  typed: Typed
  told: ApplicationsLanguage
  errorOf: (field: string) => string | undefined
  onType: (typed: Typed) => void
  onTold: (language: ApplicationsLanguage) => void
}

/** How the family is reached, and in which language. */
function Contacts({ typed, told, errorOf, onType, onTold }: ContactsProps) {
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
        value={typed.phone}
        onChange={({ target }) => onType({ ...typed, phone: target.value })}
      />
      <TextField
        id="email"
        type="email"
        label={t('email')}
        error={errorOf('email')}
        maxLength={200}
        value={typed.email}
        onChange={({ target }) => onType({ ...typed, email: target.value })}
      />
      <RadioGroup
        pills
        legend={t('language')}
        value={told}
        choices={(['kk', 'ru', 'en'] as const).map((value) => ({ value, label: LANGUAGE_NAMES[value].full }))}
        onChange={onTold}
      />
    </>
  )
}

interface WishesProps {
  wishes: readonly Wish[]
  error: string | undefined
  onChange: (wishes: readonly Wish[]) => void
}

/** The next one can be chosen when the one before is. */
function Wishes({ wishes, error, onChange }: WishesProps) {
  const t = useTexts(counterTexts)
  const kinds = useTexts(kindergartenTexts)
  return (
    <fieldset>
      <legend>{t('languages')}</legend>
      {WISHES.map((_, index) => index)
        .filter((index) => index === 0 || (wishes[index - 1] ?? '') !== '')
        .map((index) => (
          <Select
            key={index}
            id={`wish-${String(index + 1)}`}
            label={t('wish', { n: index + 1 })}
            error={index === 0 ? error : undefined}
            value={wishes[index] ?? ''}
            onChange={({ target }) => onChange([...wishes.slice(0, index), target.value as Wish])}
          >
            <option value="">{t('wishNone')}</option>
            {WISHES.filter((each) => !wishes.slice(0, index).includes(each)).map((each) => (
              <option key={each} value={each}>
                {kinds(`in_${each}`)}
              </option>
            ))}
          </Select>
        ))}
    </fieldset>
  )
}
