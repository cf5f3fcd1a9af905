import type { KindergartensKindergartenView } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Actions, Button, Card, Notice, Select } from '@kezek/ui'
import { useState } from 'react'

import { wishedTexts } from './texts'

interface AddOneProps {
  offered: readonly KindergartensKindergartenView[]
  full: boolean
  onAdd: (id: string) => void
}

/** A kindergarten more, at the end of the list. */
export function AddOne({ offered, full, onAdd }: AddOneProps) {
  const t = useTexts(wishedTexts)
  const language = useLanguage()
  const [picked, setPicked] = useState('')
  const known = offered.some((each) => each.id === picked)
  if (full) return <Notice kind="info">{t('full')}</Notice>
  return (
    <Card>
      <Select id="add" label={t('add')} value={known ? picked : ''} onChange={({ target }) => setPicked(target.value)}>
        <option value="">{t('choose')}</option>
        {offered.map(({ id, name, address }) => (
          <option key={id} value={id}>
            {name[language]}, {address[language]}
          </option>
        ))}
      </Select>
      <Actions>
        <Button kind="second" aria-disabled={!known} onClick={() => known && onAdd(picked)}>
          {t('addIt')}
        </Button>
      </Actions>
    </Card>
  )
}
