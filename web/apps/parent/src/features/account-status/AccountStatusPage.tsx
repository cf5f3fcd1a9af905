/** Where a request for an account stands, for who knows its number and code. */
import { api, type KindergartensStatusView, unwrap } from '@kezek/api'
import { compact, plainNumber } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { BackLink, Card, FormBox, Page, TextField, useForm } from '@kezek/ui'
import { useState } from 'react'

import { Submit } from '../../shared/tries/Submit'
import { useTries } from '../../shared/tries/useTries'
import { Status } from './Status'
import { accountStatusTexts } from './texts'

export default function AccountStatusPage() {
  const t = useTexts(accountStatusTexts)
  const [status, setStatus] = useState<KindergartensStatusView | null>(null)
  return (
    <>
      <BackLink href="/account-request">{t('back')}</BackLink>
      <Page narrow title={t('title')} lead={t('lead')}>
        <Card marked>
          <StatusForm onFound={setStatus} />
        </Card>
        {status && <Status status={status} />}
      </Page>
    </>
  )
}

function StatusForm({ onFound }: { onFound: (status: KindergartensStatusView | null) => void }) {
  const t = useTexts(accountStatusTexts)
  const form = useForm<'number' | 'code'>({ account_request_not_found: 'code' })
  const tries = useTries(form)
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const look = async () => {
    onFound(null)
    const body = { number: plainNumber(number), code: compact(code) }
    const right = form.check({
      number: !/^\d{1,12}$/.test(body.number) && t('numberWrong'),
      code: body.code === '' && t('missing'),
    })
    if (right) onFound(await unwrap(api.POST('/api/kindergartens/account-requests/status', { body })))
  }
  return (
    <FormBox
      onSubmit={() => {
        tries.send(look)
      }}
    >
      {form.summary}
      <TextField
        id="number"
        label={t('number')}
        error={form.errorOf('number')}
        inputMode="numeric"
        letters={10}
        maxLength={60}
        value={number}
        onChange={(event) => setNumber(event.target.value)}
      />
      <TextField
        id="code"
        label={t('code')}
        hint={t('codeHint')}
        error={form.errorOf('code')}
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <Submit tries={tries} label={t('see')} busy={t('looking')} />
    </FormBox>
  )
}
