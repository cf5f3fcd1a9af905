/** «Алып кету коды»: somebody outside the list fetches a child on one day, once (domain §8.pickup). */
import type { KindergartensEscortedChildView, KindergartensGivenPickupView, KindergartensPickupsView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { AsOf, BackLink, Card, EmptyState, Loaded, Notice, Page, SignedIn } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { escortsQuery } from '../../shared/escorts/queries'
import { Given } from './Given'
import { GivePickup } from './GivePickup'
import { PickupCard } from './PickupCard'
import { pickupsQuery } from './queries'
import { pickupsTexts } from './texts'

export default function PickupsPage() {
  const t = useTexts(pickupsTexts)
  return (
    <SignedIn>
      {() => (
        <>
          <BackLink href="/escorts">{t('escorts')}</BackLink>
          <Page narrow title={t('title')} lead={t('lead')}>
            <Asked />
          </Page>
        </>
      )}
    </SignedIn>
  )
}

function Asked() {
  const t = useTexts(pickupsTexts)
  const family = useQuery(escortsQuery)
  const pickups = useQuery(pickupsQuery)
  return (
    <>
      <Loaded query={family}>
        {({ children }) =>
          children.length === 0 ? (
            <EmptyState title={t('notYet')}>{t('notYetMore')}</EmptyState>
          ) : (
            <Loaded query={pickups}>{(found) => <Found enrolled={children} {...found} />}</Loaded>
          )
        }
      </Loaded>
      {pickups.data && <AsOf at={pickups.dataUpdatedAt} />}
    </>
  )
}

type FoundProps = KindergartensPickupsView & { enrolled: readonly KindergartensEscortedChildView[] }

function Found({ enrolled, ...found }: FoundProps) {
  const t = useTexts(pickupsTexts)
  const [given, setGiven] = useState<KindergartensGivenPickupView | null>(null)
  const [withdrew, setWithdrew] = useState(false)
  const childOf = (id: string) => enrolled.find(({ application_id }) => application_id === id)
  const give = (next: KindergartensGivenPickupView | null) => {
    setWithdrew(false)
    setGiven(next)
  }
  return (
    <>
      {withdrew && <Notice kind="ok" title={t('withdrew')} live focused="ifLost" />}
      {given ? (
        <Given {...given} child={childOf(given.pickup.application_id)} onDone={() => give(null)} />
      ) : (
        <GivePickup enrolled={enrolled} {...found} onGiven={give} />
      )}
      <h2>{t('given')}</h2>
      {found.items.length === 0 && <p>{t('none')}</p>}
      {found.items.map((pickup) => (
        <PickupCard
          key={pickup.pickup_id}
          pickup={pickup}
          child={childOf(pickup.application_id)}
          onWithdrawn={() => {
            if (given?.pickup.pickup_id === pickup.pickup_id) setGiven(null)
            setWithdrew(true)
          }}
        />
      ))}
      <How />
    </>
  )
}

function How() {
  const t = useTexts(pickupsTexts)
  return (
    <Card labelledBy="how">
      <h2 id="how">{t('how')}</h2>
      <ul>
        {(['how1', 'how2', 'how3', 'how4'] as const).map((line) => (
          <li key={line}>{t(line)}</li>
        ))}
      </ul>
    </Card>
  )
}
