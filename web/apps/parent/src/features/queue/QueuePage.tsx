/** Where a child stands in its queue: the number, what to do, who stands before and by what right, what changed. */
import type { ApplicationsApplicationTabs, QueuePositionView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { AsOf, BackLink, Card, Loaded, Page, SignedIn } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useParams } from 'wouter'

import { HistoryList } from '../../shared/applications/HistoryList'
import { applicationQuery, positionQuery } from '../../shared/applications/queries'
import { applicationTexts } from '../../shared/applications/texts'
import { AboutQueue } from './AboutQueue'
import { NextStep } from './NextStep'
import { Number } from './Number'
import { OrderChanges } from './OrderChanges'
import css from './Queue.module.css'
import { noteLook } from './queries'
import { queueTexts } from './texts'
import { Why } from './Why'

export default function QueuePage() {
  const { id = '' } = useParams()
  return <SignedIn>{() => <Queue id={id} />}</SignedIn>
}

function Queue({ id }: { id: string }) {
  const t = useTexts(queueTexts)
  const words = useTexts(applicationTexts)
  const application = useQuery(applicationQuery(id))
  const position = useQuery(positionQuery(id))
  const name = application.data?.information.child.given_name
  return (
    <>
      <BackLink href="/cabinet">{words('children')}</BackLink>
      <Page title={name === undefined ? t('title') : t('titleOf', { name })}>
        <Loaded query={application}>
          {(tabs) => <Loaded query={position}>{(found) => <Shown tabs={tabs} position={found} />}</Loaded>}
        </Loaded>
      </Page>
    </>
  )
}

interface ShownProps {
  tabs: ApplicationsApplicationTabs
  /** Null until the queue knows the application. */
  position: QueuePositionView | null
}

function Shown({ tabs: { information, history }, position }: ShownProps) {
  const known = position !== null
  const id = information.application_id
  useEffect(() => {
    if (known) void noteLook(id)
  }, [known, id])
  return (
    <div className={css.columns}>
      <div className={css.column}>
        <Number application={information} position={position} />
        <NextStep application={information} position={position} />
        <Why application={information} position={position} />
      </div>
      <div className={css.column}>
        <OrderChanges id={information.application_id} position={position} />
        <Changes id={information.application_id} history={history} />
        <AboutQueue application={information} />
        {position && <AsOf at={position.as_of} />}
      </div>
    </div>
  )
}

const NEWEST = 5
/** What was sent and made besides does not move the child. */
const MOVES = /^(?!message_|document_|contacts_)/

function Changes({ id, history }: { id: string; history: ApplicationsApplicationTabs['history'] }) {
  const t = useTexts(queueTexts)
  const moves = history.filter(({ code }) => MOVES.test(code))
  const newest = [...moves].sort((one, other) => (one.at < other.at ? 1 : -1)).slice(0, NEWEST)
  return (
    <Card labelledBy="changes">
      <h2 id="changes">{t('changes')}</h2>
      <HistoryList lines={newest} />
      <p>
        <Link href={`/journal/${id}/history`}>{t('allChanges')}</Link>
      </p>
    </Card>
  )
}
