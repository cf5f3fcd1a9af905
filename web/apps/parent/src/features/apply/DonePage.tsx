/** The application is in the queue: its number, and what comes next. */
import { formatMoment } from '@kezek/domain'
import { useLanguage, useTexts } from '@kezek/i18n'
import { Actions, Card, LinkButton, Loaded, Notice, Page, SignedIn } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from 'wouter'

import { ApplicationNumber } from '../../shared/applications/ApplicationNumber'
import { Position } from '../../shared/applications/Position'
import { applicationQuery, positionQuery } from '../../shared/applications/queries'
import { WillBeTold } from '../../shared/applications/WillBeTold'
import css from './Apply.module.css'
import { applyTexts } from './texts'

export default function DonePage() {
  const t = useTexts(applyTexts)
  const { id = '' } = useParams()
  return (
    <SignedIn>
      {() => (
        <Page narrow title={t('doneTitle')}>
          <Done id={id} />
        </Page>
      )}
    </SignedIn>
  )
}

function Done({ id }: { id: string }) {
  const t = useTexts(applyTexts)
  const language = useLanguage()
  const query = useQuery(applicationQuery(id))
  return (
    <Loaded query={query}>
      {({ information: { number, child, submitted_at, phone, email, state } }) => (
        <>
          <Card marked>
            <p>{t('doneNumber')}</p>
            <p className={css.number}>
              <ApplicationNumber>{number}</ApplicationNumber>
            </p>
            <Standing state={state.code} name={child.given_name} time={formatMoment(submitted_at, language)} id={id} />
          </Card>
          <Card labelledBy="next">
            <h2 id="next">{t('doneNext')}</h2>
            <Notice kind="info" title={t('doneNothing')}>
              <WillBeTold phone={phone} email={email} />
            </Notice>
            <p>{t('doneWhere')}</p>
            <Actions>
              <LinkButton href="/cabinet">{t('doneCabinet')}</LinkButton>
              <LinkButton href={`/journal/${id}`} kind="second">
                {t('doneApplication')}
              </LinkButton>
            </Actions>
          </Card>
        </>
      )}
    </Loaded>
  )
}

const WAITS = { submitted: 'doneToCheck', under_review: 'doneReview' } as const

/** Where the child stands, or what comes before it is queued. */
function Standing({ state, name, time, id }: { state: string; name: string; time: string; id: string }) {
  const t = useTexts(applyTexts)
  const waits = state in WAITS ? WAITS[state as keyof typeof WAITS] : null
  if (waits)
    return (
      <Notice kind="info" title={t(waits)}>
        <p>{t(`${waits}Text`, { time })}</p>
      </Notice>
    )
  return (
    <>
      <p>{t('doneSince', { name, time })}</p>
      <Place id={id} />
    </>
  )
}

function Place({ id }: { id: string }) {
  const t = useTexts(applyTexts)
  const { data } = useQuery(positionQuery(id))
  if (data?.position == null) return <p role="status">{t('doneComing')}</p>
  return <Position position={data.position} of={data.in_order} />
}
