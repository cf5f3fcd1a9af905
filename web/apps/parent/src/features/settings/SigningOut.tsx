import { useTexts } from '@kezek/i18n'
import { Card, SignOutButton } from '@kezek/ui'

import { settingsTexts } from './texts'

export function SigningOut() {
  const t = useTexts(settingsTexts)
  return (
    <Card labelledBy="sign-out">
      <h2 id="sign-out">{t('signOut')}</h2>
      <p>{t('signOutAbout')}</p>
      <SignOutButton>{t('signOut')}</SignOutButton>
    </Card>
  )
}
