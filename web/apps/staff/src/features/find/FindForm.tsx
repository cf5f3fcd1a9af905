import { plainIin } from '@kezek/domain'
import { fieldTexts, useTexts } from '@kezek/i18n'
import { Button, Card, FormBox, RadioGroup, Small, TextField, useForm } from '@kezek/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { officerSharedTexts } from '../../shared/officer/texts'
import { find, type Hit } from './hits'
import { findTexts } from './texts'

type By = 'number' | 'iin' | 'name'
type Field = By | 'birth_date'

interface FindFormProps {
  onFound: (found: readonly Hit[] | null) => void
}

export function FindForm({ onFound }: FindFormProps) {
  const t = useTexts(findTexts)
  const words = useTexts(officerSharedTexts)
  const field = useTexts(fieldTexts)
  const form = useForm<Field>()
  const [by, setBy] = useState<By>('number')
  const [typed, setTyped] = useState('')
  const [born, setBorn] = useState('')
  const search = useMutation({
    mutationFn: find,
    onSuccess: onFound,
    onError: form.fail,
  })
  const send = () => {
    onFound(null)
    const wrong =
      by === 'iin' ? plainIin(typed) === null && field('iin_invalid') : typed.trim() === '' && field('missing')
    const good = form.check({ [by]: wrong, birth_date: by === 'name' && born === '' && field('missing') })
    if (!good || search.isPending) return
    search.mutate(by === 'name' ? { name: typed.trim(), birth_date: born } : { [by]: typed })
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
          choices={(['number', 'iin', 'name'] as const).map((value) => ({ value, label: t(`by_${value}`) }))}
          onChange={(chosen) => {
            setBy(chosen)
            setTyped('')
            form.clear()
          }}
        />
        <TextField
          key={by}
          id={by}
          label={t(by)}
          hint={t(`${by}Hint`)}
          error={form.errorOf(by)}
          maxLength={by === 'name' ? 100 : 40}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        {by === 'name' && (
          <TextField
            id="birth_date"
            type="date"
            letters={16}
            label={words('born')}
            error={form.errorOf('birth_date')}
            value={born}
            onChange={({ target }) => setBorn(target.value)}
          />
        )}
        <Button type="submit" aria-disabled={search.isPending}>
          {search.isPending ? t('searching') : t('find')}
        </Button>
      </FormBox>
      <Small>{t('isLogged')}</Small>
    </Card>
  )
}
