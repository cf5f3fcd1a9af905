import { type AuthMe, useSignOut } from '@kezek/api'
import { formatIin } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Actions, Button, Card, ProblemNotice } from '@kezek/ui'

import { useWayOn } from '../../shared/wayOn'
import { signInTexts } from './texts'

export function AlreadyIn({ me }: { me: AuthMe }) {
  const t = useTexts(signInTexts)
  const wayOn = useWayOn()
  const signOut = useSignOut(location.pathname + location.search)
  return (
    <Card>
      <h2>{t('already')}</h2>
      <p>{me.name || formatIin(me.iin)}</p>
      <Actions>
        <Button onClick={() => wayOn(me)}>{t('goOn')}</Button>
        <Button kind="second" aria-disabled={signOut.isPending} onClick={() => signOut.mutate()}>
          {t('another')}
        </Button>
      </Actions>
      <p>{t('anotherAbout')}</p>
      {signOut.error && <ProblemNotice error={signOut.error} />}
    </Card>
  )
}
