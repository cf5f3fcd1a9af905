import type { ApplicationsInformationView } from '@kezek/api'
import { afterTerm } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { ANYTHING, Offers, type Place } from '@kezek/place-choice'
import { AsOf, Deadline, EmptyState, Loaded, Notice } from '@kezek/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { counterPlacesQuery } from './queries'
import { chooseAtCounterTexts } from './texts'

interface ListProps {
  application: ApplicationsInformationView
}

/** What the family would see, as of when it was asked. */
export function ListStep({ application }: ListProps) {
  const t = useTexts(chooseAtCounterTexts)
  // others choose meanwhile: whoever comes to the list sees it anew
  const query = useQuery({ ...counterPlacesQuery(application.application_id), refetchOnMount: 'always' })
  return (
    <Loaded query={query}>
      {({ items }) => (
        <>
          {items.length === 0 ? (
            <EmptyState title={t('nothing')}>{t('nothingAbout', { name: application.child.given_name })}</EmptyState>
          ) : (
            <Places application={application} places={items} />
          )}
          <AsOf at={query.dataUpdatedAt} />
        </>
      )}
    </Loaded>
  )
}

function Places({ application, places }: ListProps & { places: readonly Place[] }) {
  const t = useTexts(chooseAtCounterTexts)
  const [wanted, setWanted] = useState(ANYTHING)
  return (
    <>
      <Term application={application} places={places} />
      <Notice kind="info">{t('asFamily')}</Notice>
      <Offers
        application={application}
        places={places}
        wanted={wanted}
        onWant={(next) => setWanted(next ?? ANYTHING)}
        chooseHref={({ place_id: place }) => `/desk/${application.application_id}/choose?place=${place}`}
      />
    </>
  )
}

/** Until when the running turn holds a place, and what follows if the family lets it pass. */
export function Term({ application, places }: ListProps & { places: readonly Place[] }) {
  const t = useTexts(chooseAtCounterTexts)
  const until = places.find(({ held_until }) => held_until !== null)?.held_until
  if (until == null) return null
  return (
    <Deadline action={t('until')} at={until}>
      {t(afterTerm('choose', application), { name: application.child.given_name })}
    </Deadline>
  )
}
