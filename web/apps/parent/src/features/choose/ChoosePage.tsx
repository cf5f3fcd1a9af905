/** Choosing a place: the list, then the one that was chosen with its statement; which one stands in the address. */
import type { AuthMe } from '@kezek/api'
import { currentLanguage } from '@kezek/i18n'
import { signingTexts } from '@kezek/signing'
import { page, SignedIn, Spinner } from '@kezek/ui'
import { Suspense } from 'react'
import { useParams, useSearchParams } from 'wouter'

import { useFetchAhead } from '../../shared/fetchAhead'
import { ListStep } from './ListStep'

/** A chunk of its own, with its texts, fetched while the list is read. */
const LATER = () => import('./ConfirmStep')
const AHEAD = [LATER, () => signingTexts.load(currentLanguage())]
const ConfirmStep = page(LATER, signingTexts)

export default function ChoosePage() {
  return <SignedIn>{(me) => <Choose me={me} />}</SignedIn>
}

function Choose({ me }: { me: AuthMe }) {
  const { id = '' } = useParams()
  const [params] = useSearchParams()
  const place = params.get('place')
  useFetchAhead(AHEAD)
  if (place === null) return <ListStep id={id} />
  return (
    <Suspense fallback={<Spinner />}>
      <ConfirmStep key={place} id={id} placeId={place} me={me} />
    </Suspense>
  )
}
