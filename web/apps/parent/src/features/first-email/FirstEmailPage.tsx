/** At a first sign-in an e-mail address comes before anything else (domain §2, M2.9). */
import { type AuthMe, useSession } from '@kezek/api'
import { formatIin } from '@kezek/domain'
import { commonTexts, useTexts } from '@kezek/i18n'
import { Button, Card, Fold, Page, ProblemNotice, SignOutButton, Spinner } from '@kezek/ui'
import { useEffect } from 'react'
import { useLocation } from 'wouter'

import { EMAIL } from '../../shared/contact/channels'
import { ContactChange } from '../../shared/contact/ContactChange'
import { useWayOn } from '../../shared/wayOn'
import { firstEmailTexts } from './texts'

export default function FirstEmailPage() {
  const t = useTexts(firstEmailTexts)
  const { me, error } = useSession({ needed: true })
  if (me === null) return <ToSignIn />
  return (
    <Page narrow title={t('title')} lead={t('lead')}>
      {me ? <Email me={me} /> : error ? <ProblemNotice error={error} /> : <Spinner />}
    </Page>
  )
}

function Email({ me }: { me: AuthMe }) {
  const t = useTexts(firstEmailTexts)
  const wayOn = useWayOn()
  return (
    <>
      <Card>
        {me.complete ? (
          <>
            <h2>{t('already')}</h2>
            <Button onClick={() => wayOn(me)}>{t('goOn')}</Button>
          </>
        ) : (
          <ContactChange channel={EMAIL} waiting={me.email} onDone={wayOn} />
        )}
        <Fold summary={t('why')}>
          <p>{t('whyText')}</p>
        </Fold>
      </Card>
      <NotYou me={me} />
    </>
  )
}

function NotYou({ me }: { me: AuthMe }) {
  const t = useTexts(firstEmailTexts)
  const common = useTexts(commonTexts)
  return (
    <>
      <p>{t('signedIn', { name: me.name || formatIin(me.iin) })}</p>
      <SignOutButton>{common('signOut')}</SignOutButton>
    </>
  )
}

/** The way back from there leads here again, as long as the address lacks. */
function ToSignIn() {
  const [, navigate] = useLocation()
  useEffect(() => {
    navigate(`/sign-in${location.search}`, { replace: true })
  }, [navigate])
  return <Spinner />
}
