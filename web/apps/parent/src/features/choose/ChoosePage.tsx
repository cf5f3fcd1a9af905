/** Choosing a place: the list, then the one that was chosen with its statement; which one stands in the address. */
import type { AuthMe } from '@kezek/api'
import { SignedIn } from '@kezek/ui'
import { useParams, useSearchParams } from 'wouter'

import { ConfirmStep } from './ConfirmStep'
import { ListStep } from './ListStep'

export default function ChoosePage() {
  return <SignedIn>{(me) => <Choose me={me} />}</SignedIn>
}

function Choose({ me }: { me: AuthMe }) {
  const { id = '' } = useParams()
  const [params] = useSearchParams()
  const place = params.get('place')
  return place === null ? <ListStep id={id} /> : <ConfirmStep key={place} id={id} placeId={place} me={me} />
}
