/** Restoring an inactive application, once: until when and what follows, then the signature (domain §9.profiles). */
import { api, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Actions, LinkButton, Notice } from '@kezek/ui'
import { useState } from 'react'

import { Due } from '../../shared/applications/Due'
import { applicationTexts } from '../../shared/applications/texts'
import { type Leaving, LeavingPage } from '../../shared/leaving/LeavingPage'
import { SignLeaving } from '../../shared/leaving/SignLeaving'
import { What } from '../../shared/leaving/What'
import { restoreTexts } from './texts'

export default function RestorePage() {
  const words = useTexts(applicationTexts)
  return (
    <LeavingPage
      title={words('restore')}
      may={(status) => status === 'inactive'}
      way={(restored) => <Way {...restored} />}
      notNow={(restored) => <NotNow {...restored} />}
    />
  )
}

/** While it is signed the state becomes another by that very signature: what was agreed to stays. */
function Way({ application, me }: Leaving) {
  const t = useTexts(restoreTexts)
  const [inactive] = useState(application)
  const { application_id: id, child } = inactive
  return (
    <>
      <Due application={inactive} />
      <What lines={[t('queued', { name: child.given_name }), t('called'), t('once'), t('next')]} />
      <SignLeaving
        id={id}
        type="referrals.restore"
        name={id}
        label={t('sign')}
        language={me.language}
        prepare={() => prepare(id)}
      />
      <Actions>
        <LinkButton href={`/journal/${id}`} kind="second">
          {t('later')}
        </LinkButton>
      </Actions>
    </>
  )
}

function prepare(application_id: string) {
  const params = { path: { application_id } }
  return unwrap(api.POST('/api/referrals/applications/{application_id}/restoration/acts', { params }))
}

function NotNow({ application: { state } }: Leaving) {
  const t = useTexts(restoreTexts)
  const words = useTexts(applicationTexts)
  return (
    <Notice title={t('notNow')}>
      <p>{t('stateIs', { state: words(`state_${state.code}`) })}</p>
    </Notice>
  )
}
