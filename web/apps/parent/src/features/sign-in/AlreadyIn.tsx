import type { AuthMe } from '@kezek/api'
import { formatIin } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Actions, Button, Card, SignOutButton } from '@kezek/ui'

import { useWayOn } from '../../shared/wayOn'
import { signInTexts } from './texts'

export function AlreadyIn({ me }: { me: AuthMe }) {
  const t = useTexts(signInTexts)
  const wayOn = useWayOn()
  return (
    <Card>
      <h2>{t('already')}</h2>
      <p>{me.name || formatIin(me.iin)}</p>
      <Actions>
        <Button onClick={() => wayOn(me)}>{t('goOn')}</Button>
        <SignOutButton to={location.pathname + location.search}>{t('another')}</SignOutButton>
      </Actions>
      <p>{t('anotherAbout')}</p>
    </Card>
  )
}
