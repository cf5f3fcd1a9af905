import { api, type AuthCodesView, unwrap } from '@kezek/api'
import { compact, formatSpan, plainIin, plainPhone } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Actions, Button, FormBox, Notice, TextField, useForm } from '@kezek/ui'
import { useState } from 'react'

import { Countdown } from '../../shared/tries/Countdown'
import { Submit } from '../../shared/tries/Submit'
import { useTries } from '../../shared/tries/useTries'
import { Resend } from '../../shared/tries/Resend'
import { useWayIn } from '../../shared/wayOn'
import { type AskedFor, askedFor, keepAsked, useAsEscort } from './asked'
import { entered } from './entered'
import { NoCode } from './NoCode'
import { type SaySignIn, signInTexts } from './texts'
import type { Typed } from './typed'

interface EnterCodeProps {
  codes: AuthCodesView
  asked: AskedFor
  typed: Typed
  onAsked: (asked: AskedFor | null) => void
}

export function EnterCode({ codes, asked, typed, onAsked }: EnterCodeProps) {
  const t = useTexts(signInTexts)
  const language = useLanguage()
  const asEscort = useAsEscort()
  const form = useForm<'code'>({ code_wrong: 'code' })
  const tries = useTries(form)
  const wayIn = useWayIn()
  const [code, setCode] = useState('')
  const hint = hintOf(codes.digits, t)
  const enter = async () => {
    const digits = compact(code)
    if (!form.check({ code: !/^\d{6,8}$/.test(digits) && hint })) return
    const body = { code_id: asked.codeId, code: digits }
    const me = await entered(unwrap(api.POST('/api/auth/sessions/code', { body })))
    keepAsked(null)
    await wayIn(me)
  }
  const resend = async () => {
    const [iin, phone] = [plainIin(typed.iin), plainPhone(typed.phone)]
    if (!iin || !phone) {
      onAsked(null) // the page was thrown away meanwhile, and they with it
      return
    }
    const answer = await unwrap(api.POST('/api/auth/codes', { body: { iin, phone, language, as_escort: asEscort } }))
    onAsked(askedFor(answer, phone, codes.lifetime_s))
  }
  return (
    <FormBox onSubmit={() => tries.send(enter)}>
      {form.summary}
      <Notice kind="info" live>
        <p>{t('codeSent', { phone: asked.phone })}</p>
        <Countdown until={asked.expiresAt} after={<p>{t('codeExpired')}</p>}>
          {() => <p>{t('codeFor', { span: formatSpan(codes.lifetime_s, language) })}</p>}
        </Countdown>
      </Notice>
      <TextField
        id="code"
        label={t('code')}
        hint={hint}
        error={form.errorOf('code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        letters={10}
        maxLength={20}
        value={code}
        autoFocus
        onChange={(event) => setCode(event.target.value)}
      />
      <Submit tries={tries} label={t('enter')} busy={t('entering')} />
      <Actions>
        <Resend at={asked.resendAt} onResend={() => tries.send(resend)} />
        <Button kind="second" small onClick={() => onAsked(null)}>
          {t('changeNumbers')}
        </Button>
      </Actions>
      <NoCode />
    </FormBox>
  )
}

/** While many guess, codes have more digits. */
function hintOf([digits = 6, longer]: readonly number[], t: SaySignIn): string {
  return longer === undefined ? t('codeHint', { digits }) : t('codeHintLonger', { digits, longer })
}
