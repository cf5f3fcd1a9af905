/** «Қосу»: the form, M1's question, and the signature that publishes the places (domain §6.1, M1 §2). */
import { useTexts } from '@kezek/i18n'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'

import { AtWork, type Work } from '../../shared/workplace/AtWork'
import { workplacesQuery } from '../../shared/workplace/queries'
import { FormStep } from './FormStep'
import { inAddress, type Offer, offerIn, type Typed, typedIn } from './offer'
import { SignStep } from './SignStep'
import { addTexts } from './texts'

export default function AddPlacesPage() {
  const t = useTexts(addTexts)
  return <AtWork title={t('title')}>{(work) => <AddPlaces {...work} />}</AtWork>
}

/** For any kindergarten one works in; at first for the one of this session. */
function AddPlaces({ me, kindergarten: here }: Work) {
  const [params, setParams] = useSearchParams()
  const { data = [here] } = useQuery(workplacesQuery)
  const kindergarten = data.find(({ id }) => id === params.get('at')) ?? here
  const typed = typedIn(params)
  // who has confirmed it for one kindergarten is asked again for another
  const offer = params.get('sign') === kindergarten.id ? offerIn(typed) : null
  if (offer) return <SignStep me={me} kindergarten={kindergarten} offer={offer} />
  const confirm = (confirmed: Offer) => {
    scrollTo(0, 0)
    setParams(new URLSearchParams([...inAddress(kindergarten.id, confirmed), ['sign', kindergarten.id]]))
  }
  const change = (at: string, changed: Typed) => setParams(inAddress(at, changed), { replace: true })
  return (
    <FormStep
      kindergarten={kindergarten}
      own={data.filter(({ id, closed }) => !closed || id === kindergarten.id)}
      typed={typed}
      onChoose={(at) => change(at, typed)}
      onType={(changed) => change(kindergarten.id, changed)}
      onConfirm={confirm}
    />
  )
}
