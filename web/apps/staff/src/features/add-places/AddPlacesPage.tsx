/** «Қосу»: the form, M1's question, and the signature that publishes the places (domain §6.1, M1 §2). */
import { useTexts } from '@kezek/i18n'
import { useSearchParams } from 'wouter'

import { AtWork, type Work } from '../../shared/workplace/AtWork'
import { FormStep } from './FormStep'
import { inAddress, type Offer, offerIn, type Typed, typedIn } from './offer'
import { SignStep } from './SignStep'
import { addTexts } from './texts'

export default function AddPlacesPage() {
  const t = useTexts(addTexts)
  return <AtWork title={t('title')}>{(work) => <AddPlaces {...work} />}</AtWork>
}

function AddPlaces(work: Work) {
  const [params, setParams] = useSearchParams()
  const typed = typedIn(params)
  // who has confirmed it for one kindergarten is asked again for another
  const offer = params.get('sign') === work.kindergarten.id ? offerIn(typed) : null
  if (offer) return <SignStep {...work} offer={offer} />
  const confirm = (confirmed: Offer) => {
    scrollTo(0, 0)
    setParams(new URLSearchParams([...inAddress(confirmed), ['sign', work.kindergarten.id]]))
  }
  const type = (changed: Typed) => setParams(inAddress(changed), { replace: true })
  return <FormStep {...work} typed={typed} onType={type} onConfirm={confirm} />
}
