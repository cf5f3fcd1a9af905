/** Signing in by IIN and password, for workers of kindergartens. */
import { api, unwrap } from '@kezek/api'
import { plainIin } from '@kezek/domain'
import { fieldTexts, useTexts } from '@kezek/i18n'
import { PasswordNotice } from '@kezek/signing'
import { Checkbox, FormBox, TextField, useForm } from '@kezek/ui'
import { useState } from 'react'
import { Link } from 'wouter'

import { Submit } from '../../shared/tries/Submit'
import { useTries } from '../../shared/tries/useTries'
import { useWayIn } from '../../shared/wayOn'
import { entered } from './entered'
import { signInTexts } from './texts'
import type { Typed } from './typed'

import { useWayAddress } from './ways'

export function PasswordWay({ typed }: { typed: Typed }) {
  const t = useTexts(signInTexts)
  const fields = useTexts(fieldTexts)
  const form = useForm<'iin' | 'password'>({ password_wrong: 'password' })
  const tries = useTries(form)
  const wayIn = useWayIn()
  const [password, setPassword] = useState('')
  const [shown, setShown] = useState(false)
  const enter = async () => {
    const iin = plainIin(typed.iin)
    const right = form.check({ iin: !iin && fields('iin_invalid'), password: password === '' && fields('missing') })
    if (!right || !iin) return
    await wayIn(await entered(unwrap(api.POST('/api/auth/sessions/password', { body: { iin, password } }))))
  }
  return (
    <>
      <h2>{t('passwordTitle')}</h2>
      <p>{t('passwordAbout')}</p>
      <FormBox onSubmit={() => tries.send(enter)}>
        {form.summary}
        <TextField
          id="iin"
          label={t('login')}
          hint={t('loginHint')}
          error={form.errorOf('iin')}
          inputMode="numeric"
          autoComplete="username"
          letters={16}
          value={typed.iin}
          onChange={(event) => typed.setIin(event.target.value)}
        />
        <TextField
          id="password"
          label={t('password')}
          error={form.errorOf('password')}
          type={shown ? 'text' : 'password'}
          autoComplete="current-password"
          maxLength={512}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <Checkbox label={t('showPassword')} checked={shown} onChange={() => setShown(!shown)} />
        <Submit tries={tries} label={t('enter')} busy={t('entering')} />
      </FormBox>
      <WhereFrom />
    </>
  )
}

/** M1.13 and M1.23: nobody without login and password is left alone. */
function WhereFrom() {
  const t = useTexts(signInTexts)
  const addressOf = useWayAddress()
  return (
    <>
      <h3>{t('passwordFrom')}</h3>
      <PasswordNotice />
      <p>
        <Link href={addressOf('eds')}>{t('passwordForgot')}</Link>
      </p>
      <h3>{t('noAccount')}</h3>
      <p>
        <Link href="/account-request">{t('noAccountAsk')}</Link>. {t('noAccountOld')}
      </p>
    </>
  )
}
