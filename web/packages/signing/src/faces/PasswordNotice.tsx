/** M1, where one signs in with a password: what the login is, where a password comes from, whose key it takes. */
import { useTexts } from '@kezek/i18n'
import { Notice } from '@kezek/ui'

import { signingTexts } from '../texts'

export function PasswordNotice() {
  const t = useTexts(signingTexts)
  return (
    <Notice kind="info">
      <p>{t('staffPassword')}</p>
      <p>{t('staffKey')}</p>
    </Notice>
  )
}
