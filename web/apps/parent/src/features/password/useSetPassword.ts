import { api, ApiError, type AuthPasswordBody, unwrap } from '@kezek/api'
import { fieldTexts, useTexts } from '@kezek/i18n'
import { useForm } from '@kezek/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { useTries } from '../../shared/tries/useTries'
import { passwordQuery } from './queries'
import { passwordTexts } from './texts'

/** The form of a new password; `asksCurrent` where the present one must be shown. */
export function useSetPassword(asksCurrent: boolean) {
  const t = useTexts(passwordTexts)
  const fields = useTexts(fieldTexts)
  const client = useQueryClient()
  const form = useForm<'current_password' | 'new_password'>({
    password_too_short: 'new_password',
    password_too_long: 'new_password',
    password_too_common: 'new_password',
  })
  const tries = useTries(form)
  const [current, setCurrent] = useState('')
  const [fresh, setFresh] = useState('')
  const [saved, setSaved] = useState(false)
  const save = async () => {
    setSaved(false)
    const missing = fields('missing')
    const right = form.check({
      current_password: asksCurrent && current === '' && missing,
      new_password: fresh === '' && missing,
    })
    if (!right) return
    const set = await isSet({ new_password: fresh, ...(asksCurrent && { current_password: current }) })
    if (!form.check({ current_password: !set && t('currentWrong') })) return
    setCurrent('')
    setFresh('')
    setSaved(true)
    await client.invalidateQueries(passwordQuery)
  }
  return { form, tries, current, setCurrent, fresh, setFresh, saved, save: () => tries.send(save) }
}

/** False if the present password is another one. */
async function isSet(body: AuthPasswordBody): Promise<boolean> {
  try {
    await unwrap(api.PUT('/api/auth/me/password', { body }))
    return true
  } catch (error) {
    if (error instanceof ApiError && error.is('password_wrong')) return false
    throw error
  }
}
