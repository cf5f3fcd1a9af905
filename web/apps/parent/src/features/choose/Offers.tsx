/** The place held for the child, then those that any child of the queue may take; filtered where there are several. */
import type { ApplicationsInformationView } from '@kezek/api'
import { formatDeadline } from '@kezek/domain'
import { commonTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Hidden, LinkButton } from '@kezek/ui'

import { useKept } from '../../shared/kept'
import css from './Choose.module.css'
import { OfferFilters } from './OfferFilters'
import { ANYTHING, fitting, nameOf, type Offer, offersOf, type Place } from './offers'
import { PlaceFacts } from './PlaceFacts'
import { chooseTexts } from './texts'

interface OffersProps {
  application: ApplicationsInformationView
  places: readonly Place[]
}

export function Offers({ application, places }: OffersProps) {
  const t = useTexts(chooseTexts)
  const common = useTexts(commonTexts)
  const language = useLanguage()
  const { application_id: id, child } = application
  const [wanted, want] = useKept(`choose.${id}`, ANYTHING)
  const offers = offersOf(places, id, language)
  const shown = fitting(offers, wanted, language)
  const [held, open] = [shown.filter(({ place }) => !place.free_choice), shown.filter(({ place }) => place.free_choice)]
  const until = held[0]?.place.held_until
  const withTurn = places.some(({ free_choice }) => !free_choice)
  const name = child.given_name
  return (
    <>
      {offers.length > 1 && (
        <>
          <OfferFilters offers={offers} wanted={wanted} onWant={want} />
          <p role="status">{common('shownOf', { shown: countOf(shown), all: places.length })}</p>
        </>
      )}
      <Part
        id="held"
        title={t('held', { name })}
        about={until == null ? '' : t('heldAbout', { until: formatDeadline(until, language) })}
        offers={held}
        application={application}
      />
      <Part
        id="open"
        title={t('open')}
        about={[t('openAbout'), ...(withTurn ? [t('openWithTurn', { name })] : [])].join(' ')}
        offers={open}
        application={application}
      />
    </>
  )
}

interface PartProps {
  id: string
  title: string
  about: string
  offers: readonly Offer[]
  application: ApplicationsInformationView
}

function Part({ id, title, about, offers, application }: PartProps) {
  if (offers.length === 0) return null
  return (
    <section aria-labelledby={id} className={css.part}>
      <h2 id={id}>{title}</h2>
      <p className={css.about}>{about}</p>
      <ul className={css.offers}>
        {offers.map((offer) => (
          <Line key={offer.key} offer={offer} application={application} />
        ))}
      </ul>
    </section>
  )
}

function Line({ offer: { place, count }, application }: { offer: Offer; application: ApplicationsInformationView }) {
  const t = useTexts(chooseTexts)
  const language = useLanguage()
  return (
    <li className={place.free_choice ? css.open : css.held}>
      <PlaceFacts place={place} languages={application.languages} level="h3" />
      {count > 1 && <p>{t('count', { count })}</p>}
      <LinkButton href={`/choose/${application.application_id}?place=${place.place_id}`}>
        {t('choose')}
        <Hidden>: {nameOf(place, language)}</Hidden>
      </LinkButton>
    </li>
  )
}

function countOf(offers: readonly Offer[]): number {
  return offers.reduce((sum, { count }) => sum + count, 0)
}
