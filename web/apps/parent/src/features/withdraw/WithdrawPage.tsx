/** Taking an application back: what will happen is said before it is signed (domain §4). */
import { api, unwrap } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Actions, LinkButton, Notice } from '@kezek/ui'
import { type ComponentProps, useState } from 'react'

import { isOver } from '../../shared/applications/model'
import { applicationTexts } from '../../shared/applications/texts'
import { type Leaving, LeavingPage } from '../../shared/leaving/LeavingPage'
import { SignLeaving } from '../../shared/leaving/SignLeaving'
import { Follows } from './Follows'
import { withdrawTexts } from './texts'

export default function WithdrawPage() {
  const t = useTexts(withdrawTexts)
  return (
    <LeavingPage
      title={t('title')}
      may={(status) => !isOver(status) && status !== 'enrolled'}
      way={(leaving) => <Way {...leaving} />}
      notNow={(leaving) => <NotNow {...leaving} />}
    />
  )
}

function Way({ application, me }: Leaving) {
  const t = useTexts(withdrawTexts)
  const id = application.application_id
  const [before] = useState(['submitted', 'under_review'].includes(application.state.code))
  return (
    <>
      <Follows application={application} />
      <Notice>{t('moving')}</Notice>
      <Sign id={id} before={before} language={me.language} />
      <Actions>
        <LinkButton href={`/journal/${id}`} kind="second">
          {t('stay')}
        </LinkButton>
      </Actions>
    </>
  )
}

interface SignProps {
  id: string
  /** The child is not queued yet: applications has the act. */
  before: boolean
  language: string
}

/** Afterwards the application shows that it is over. */
function Sign({ id, before, language }: SignProps) {
  const t = useTexts(withdrawTexts)
  const params = { path: { application_id: id } }
  const act: Pick<ComponentProps<typeof SignLeaving>, 'type' | 'prepare'> = before
    ? {
        type: 'applications.withdraw',
        prepare: () => unwrap(api.POST('/api/applications/applications/{application_id}/withdrawal/acts', { params })),
      }
    : {
        type: 'referrals.withdraw',
        prepare: () => unwrap(api.POST('/api/referrals/applications/{application_id}/withdrawal/acts', { params })),
      }
  return <SignLeaving {...act} id={id} name={id} label={t('sign')} language={language} />
}

function NotNow({ application: { child, state } }: Leaving) {
  const t = useTexts(withdrawTexts)
  const words = useTexts(applicationTexts)
  return (
    <Notice title={t('notNow')}>
      <p>
        {state.code === 'enrolled'
          ? t('enrolled', { name: child.given_name })
          : t('over', { state: words(`state_${state.code}`) })}
      </p>
    </Notice>
  )
}
