import { api, type AuthCodesView, unwrap } from '@kezek/api'
import { plainIin, plainPhone } from '@kezek/domain'
import { fieldTexts, useLanguage, useTexts } from '@kezek/i18n'
import { FormBox, TextField, useForm } from '@kezek/ui'

import { Submit } from '../../shared/tries/Submit'
import { useTries } from '../../shared/tries/useTries'
import { type AskedFor, askedFor, useAsEscort } from './asked'
import { signInTexts } from './texts'
import type { Typed } from './typed'

interface AskCodeProps {
  codes: AuthCodesView
  typed: Typed
  onAsked: (asked: AskedFor) => void
}

export function AskCode({ codes, typed, onAsked }: AskCodeProps) {
  const t = useTexts(signInTexts)
  const fields = useTexts(fieldTexts)
  const form = useForm<'iin' | 'phone'>()
  const tries = useTries(form)
  const language = useLanguage()
  const asEscort = useAsEscort()
  const ask = async () => {
    const [iin, phone] = [plainIin(typed.iin), plainPhone(typed.phone)]
    const right = form.check({ iin: !iin && fields('iin_invalid'), phone: !phone && fields('phone_invalid') })
    if (!right || !iin || !phone) return
    const answer = await unwrap(api.POST('/api/auth/codes', { body: { iin, phone, language, as_escort: asEscort } }))
    onAsked(askedFor(answer, phone, codes.lifetime_s))
  }
  return (
    <FormBox onSubmit={() => tries.send(ask)}>
      {form.summary}
      <TextField
        id="iin"
        label={t('iin')}
        hint={t('iinHint')}
        error={form.errorOf('iin')}
        inputMode="numeric"
        autoComplete="username"
        letters={16}
        value={typed.iin}
        onChange={(event) => typed.setIin(event.target.value)}
      />
      <TextField
        id="phone"
        label={t('phone')}
        hint={t('phoneHint')}
        error={form.errorOf('phone')}
        type="tel"
        autoComplete="tel"
        letters={16}
        value={typed.phone}
        onChange={(event) => typed.setPhone(event.target.value)}
      />
      <Submit tries={tries} label={t('askCode')} busy={t('asking')} />
    </FormBox>
  )
}
