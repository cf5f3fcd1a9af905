/** Taking an application back: what will happen is said before it is signed (domain §4). */
import type { ApplicationsInformationView, AuthMe } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { Actions, BackLink, Card, Facts, LinkButton, Loaded, Notice, Page, SignedIn } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'wouter'

import { ApplicationNumber } from '../../shared/applications/ApplicationNumber'
import { fullName, isOver } from '../../shared/applications/model'
import { applicationQuery } from '../../shared/applications/queries'
import { StateChip } from '../../shared/applications/StateChip'
import { applicationTexts } from '../../shared/applications/texts'
import { Follows } from './Follows'
import { Sign } from './Sign'
import { withdrawTexts } from './texts'

export default function WithdrawPage() {
  return <SignedIn>{(me) => <Withdraw me={me} />}</SignedIn>
}

function Withdraw({ me }: { me: AuthMe }) {
  const t = useTexts(withdrawTexts)
  const { id = '' } = useParams()
  const query = useQuery(applicationQuery(id))
  return (
    <>
      <BackLink href={`/journal/${id}`}>{t('back')}</BackLink>
      <Page narrow title={t('title')}>
        <Loaded query={query}>{({ information }) => <Known application={information} me={me} />}</Loaded>
      </Page>
    </>
  )
}

/** While it is signed the state becomes another by that very signature: what was agreed to stays. */
function Known({ application, me }: { application: ApplicationsInformationView; me: AuthMe }) {
  const t = useTexts(withdrawTexts)
  const words = useTexts(applicationTexts)
  const [may] = useState(!isOver(application.state.code) && application.state.code !== 'enrolled')
  return (
    <>
      <Card labelledBy="which">
        <h2 id="which">{t('which')}</h2>
        <StateChip status={application.state.code} />
        <Facts
          items={[
            { name: words('number'), value: <ApplicationNumber>{application.number}</ApplicationNumber> },
            { name: words('child'), value: fullName(application.child) },
          ]}
        />
      </Card>
      {may ? <Way application={application} me={me} /> : <NotNow application={application} />}
    </>
  )
}

function Way({ application, me }: { application: ApplicationsInformationView; me: AuthMe }) {
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

function NotNow({ application: { child, state } }: { application: ApplicationsInformationView }) {
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
