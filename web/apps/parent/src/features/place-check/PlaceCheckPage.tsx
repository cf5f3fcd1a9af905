/** At which place an application stands, by its number and nothing else (domain §5.figures). */
import { api, type QueuePlaceCheckView, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { AsOf, Card, FormBox, Notice, Page, TextField, useForm } from '@kezek/ui'
import { useState } from 'react'
import { Link } from 'wouter'

import { Submit } from '../../shared/tries/Submit'
import { useTries } from '../../shared/tries/useTries'
import { placeCheckTexts } from './texts'

export default function PlaceCheckPage() {
  const t = useTexts(placeCheckTexts)
  const [found, setFound] = useState<QueuePlaceCheckView | null>(null)
  return (
    <Page narrow title={t('title')} lead={t('lead')}>
      <Card marked>
        <CheckForm onFound={setFound} />
      </Card>
      {found && <Found key={found.as_of} found={found} />}
      <p>
        <Link href="/bulletin">{t('toFigures')}</Link>
      </p>
    </Page>
  )
}

function CheckForm({ onFound }: { onFound: (found: QueuePlaceCheckView | null) => void }) {
  const t = useTexts(placeCheckTexts)
  const form = useForm<'number'>()
  const tries = useTries(form)
  const [number, setNumber] = useState('')
  const check = async () => {
    onFound(null)
    if (!form.check({ number: number.trim() === '' && t('missing') })) return
    onFound(await unwrap(api.POST('/api/queue/place-checks', { body: { number } })))
  }
  return (
    <FormBox
      onSubmit={() => {
        tries.send(check)
      }}
    >
      {form.summary}
      <TextField
        id="number"
        label={t('number')}
        hint={t('numberHint')}
        error={form.errorOf('number')}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={60}
        value={number}
        onChange={({ target }) => setNumber(target.value)}
      />
      <Submit tries={tries} label={t('check')} busy={t('checking')} />
    </FormBox>
  )
}

function Found({ found: { position, as_of: asOf } }: { found: QueuePlaceCheckView }) {
  const t = useTexts(placeCheckTexts)
  return (
    <Notice
      kind={position === null ? 'important' : 'ok'}
      title={position === null ? t('none') : t('place', { position })}
      live
      focused
    >
      <p>{position === null ? t('noneMore') : t('placeMore')}</p>
      <p>
        <Link href="/cabinet">{t('toCabinet')}</Link>
      </p>
      <AsOf at={asOf} />
    </Notice>
  )
}
