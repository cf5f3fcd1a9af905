/** An application that leaves its queue: which one it is, and what may be done with it as it stands now. */
import type { ApplicationsInformationView, ApplicationsTwinView, AuthMe } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { BackLink, Card, Facts, Loaded, Page, SignedIn } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useParams } from 'wouter'

import { ApplicationNumber } from '../applications/ApplicationNumber'
import { fullName, type Status } from '../applications/model'
import { applicationQuery } from '../applications/queries'
import { StateChip } from '../applications/StateChip'
import { applicationTexts } from '../applications/texts'
import { leavingQueueTexts } from './texts'

export interface Leaving {
  application: ApplicationsInformationView
  /** Its linked twins that wait, too. */
  twins: readonly ApplicationsTwinView[]
  me: AuthMe
}

interface LeavingPageProps {
  title: string
  /** In which states it may leave. */
  may: (status: Status) => boolean
  way: (leaving: Leaving) => ReactNode
  /** Why it may not. */
  notNow: (leaving: Leaving) => ReactNode
}

export function LeavingPage(props: LeavingPageProps) {
  return <SignedIn>{(me) => <Asked {...props} me={me} />}</SignedIn>
}

function Asked({ me, title, ...rest }: LeavingPageProps & { me: AuthMe }) {
  const t = useTexts(leavingQueueTexts)
  const { id = '' } = useParams()
  const query = useQuery(applicationQuery(id))
  return (
    <>
      <BackLink href={`/journal/${id}`}>{t('back')}</BackLink>
      <Page narrow title={title}>
        <Loaded query={query}>
          {({ information, twins }) => <Known {...rest} application={information} twins={twins} me={me} />}
        </Loaded>
      </Page>
    </>
  )
}

/** While it is signed the state becomes another by that very signature: what was agreed to stays. */
function Known({ application, twins, me, may, way, notNow }: Leaving & Omit<LeavingPageProps, 'title'>) {
  const t = useTexts(leavingQueueTexts)
  const words = useTexts(applicationTexts)
  const [open] = useState(may(application.state.code))
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
      {open ? way({ application, twins, me }) : notNow({ application, twins, me })}
    </>
  )
}
