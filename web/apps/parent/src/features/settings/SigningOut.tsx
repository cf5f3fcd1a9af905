import { useTexts } from '@kezek/i18n'
import { Card } from '@kezek/ui'

import { SignOutButton } from '../../shared/leaving/SignOutButton'
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
