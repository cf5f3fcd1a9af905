/** At which place an application stands, by its number and nothing else (domain §5.figures). */
import { api, type QueuePlaceCheckView, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { AsOf, Card, Notice, Page } from '@kezek/ui'
import { useState } from 'react'
import { Link } from 'wouter'

import { LookUp } from '../../shared/tries/LookUp'
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
  return (
    <LookUp
      name="number"
      label={t('number')}
      hint={t('numberHint')}
      longest={60}
      submit={t('check')}
      busy={t('checking')}
      onSend={async (number, form) => {
        onFound(null)
        if (!form.check({ number: number.trim() === '' && t('missing') })) return
        onFound(await unwrap(api.POST('/api/queue/place-checks', { body: { number } })))
      }}
    />
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
