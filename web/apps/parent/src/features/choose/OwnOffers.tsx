/** The list, with a plan on which the family measures; what was looked for stays while the page is left. */
import type { ApplicationsInformationView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'
import { ANYTHING, Offers, type Place } from '@kezek/place-choice'
import { Fold } from '@kezek/ui'

import { lazy, Suspense } from 'react'

import { useKept } from '../../shared/kept'
import { gardenHref } from './hrefs'
import { useOwnPoint } from './ownPoint'
import { chooseTexts } from './texts'

// folded away at first: it comes after the places, and without it they can be chosen all the same
const PlacesMap = lazy(() => import('./PlacesMap').catch(() => ({ default: () => <></> })))

interface OwnOffersProps {
  application: ApplicationsInformationView
  places: readonly Place[]
}

export function OwnOffers({ application, places }: OwnOffersProps) {
  const t = useTexts(chooseTexts)
  const id = application.application_id
  const [wanted, want] = useKept(`choose.${id}`, ANYTHING)
  const [point, setPoint] = useOwnPoint()
  return (
    <Offers
      application={application}
      places={places}
      wanted={wanted}
      onWant={want}
      point={point}
      plan={(gardens) => (
        <Fold summary={t('mapTitle')}>
          <Suspense>
            <PlacesMap gardens={gardens} point={point} onSet={setPoint} />
          </Suspense>
        </Fold>
      )}
      chooseHref={({ place_id: place }) => `/choose/${id}?place=${place}`}
      gardenHref={gardenHref}
    />
  )
}
