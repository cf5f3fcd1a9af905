import { api, type ReferralsSearchBody, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Button, Card, FormBox, RadioGroup, Small, TextField, useForm } from '@kezek/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { type By, keyIn } from './key'
import { workroomTexts } from './texts'
import css from './Workroom.module.css'
import type { Outcome } from './WorkroomPage'

interface SearchFormProps {
  kindergarten: string
  /** While an acceptance is being signed: what it comes to is said where the search's answer would stand. */
  waits: boolean
  onOutcome: (outcome: Outcome | null) => void
}

/** M1.60–62: the kind of search, the number, «Іздеу». */
export function SearchForm({ kindergarten, waits, onOutcome }: SearchFormProps) {
  const t = useTexts(workroomTexts)
  const form = useForm<By>()
  const [by, setBy] = useState<By>('number')
  const [typed, setTyped] = useState('')
  const search = useMutation({
    mutationFn: (body: ReferralsSearchBody) => unwrap(api.POST('/api/referrals/referrals/search', { body })),
    onSuccess: (referral) => onOutcome({ kind: 'found', referral }),
    onError: (error) => (error.is('request_invalid') ? form.fail(error) : onOutcome({ kind: 'refused', error, by })),
  })
  const send = () => {
    if (waits) return
    const key = keyIn(by, typed)
    onOutcome(null)
    if (!form.check({ [by]: key === null && t(`${by}Wrong`) })) return
    if (!search.isPending) search.mutate({ kindergarten_id: kindergarten, ...key })
  }
  return (
    <Card marked labelledBy="search">
      <h2 id="search">{t('search')}</h2>
      <FormBox onSubmit={send}>
        {form.summary}
        <RadioGroup
          pills
          legend={t('by')}
          value={by}
          choices={[
            { value: 'number', label: t('number') },
            { value: 'iin', label: t('iin') },
          ]}
          onChange={(chosen) => {
            setBy(chosen)
            setTyped('')
            form.clear()
          }}
        />
        <div className={css.line}>
          <TextField
            key={by}
            id={by}
            label={t(by)}
            hint={t(`${by}Hint`)}
            error={form.errorOf(by)}
            inputMode="numeric"
            maxLength={40}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button
            type="submit"
            aria-disabled={search.isPending || waits}
            {...(waits && { 'aria-describedby': 'waits' })}
          >
            {search.isPending ? t('searching') : t('find')}
          </Button>
        </div>
        {waits && <p id="waits">{t('waits')}</p>}
      </FormBox>
      <Small>{t('isLogged')}</Small>
    </Card>
  )
}
