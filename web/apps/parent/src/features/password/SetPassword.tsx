import type { AuthMe } from '@kezek/api'
import { formatDate } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Card, Checkbox, FormBox, Notice } from '@kezek/ui'
import { useState } from 'react'

import { SignInAgain } from '../../shared/tries/SignInAgain'
import { Submit } from '../../shared/tries/Submit'
import { Secret } from './Secret'
import { passwordTexts } from './texts'
import { useSetPassword } from './useSetPassword'

export function SetPassword({ me, setAt }: { me: AuthMe; setAt: string | null }) {
  const t = useTexts(passwordTexts)
  const language = useLanguage()
  const asksCurrent = me.method === 'password'
  const { form, tries, current, setCurrent, fresh, setFresh, saved, save } = useSetPassword(asksCurrent)
  const [shown, setShown] = useState(false)
  return (
    <Card>
      <p>{setAt === null ? t('notSet') : t('setAt', { date: formatDate(setAt, language) })}</p>
      <FormBox onSubmit={save}>
        {form.summary}
        <SignInAgain refusal={tries.refusal} />
        {saved && (
          <Notice kind="ok" title={t('saved')} live>
            {t('savedAdvice')}
          </Notice>
        )}
        {asksCurrent && (
          <Secret
            id="current_password"
            label={t('current')}
            error={form.errorOf('current_password')}
            autoComplete="current-password"
            {...{ shown, value: current, onType: setCurrent }}
          />
        )}
        <Secret
          id="new_password"
          label={t('fresh')}
          hint={t('freshHint')}
          error={form.errorOf('new_password')}
          autoComplete="new-password"
          {...{ shown, value: fresh, onType: setFresh }}
        />
        <Checkbox label={t('show')} checked={shown} onChange={() => setShown(!shown)} />
        <p>{t('othersEnd')}</p>
        <Submit tries={tries} label={t('save')} busy={t('saving')} />
      </FormBox>
    </Card>
  )
}
