/** The place held for the child, then those it may take as well, then what it may not and why; by distance or name. */
import type { ApplicationsInformationView } from '@kezek/api'
import { formatDeadline } from '@kezek/domain'
import { commonTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Fold, Hidden, LinkButton } from '@kezek/ui'

import { useKept } from '../../shared/kept'
import css from './Choose.module.css'
import { OfferFilters } from './OfferFilters'
import { ANYTHING, fitting, nameOf, numbered, type Offer, offersOf, type Place, type Standing } from './offers'
import { useOwnPoint } from './ownPoint'
import { PlaceFacts } from './PlaceFacts'
import { PlacesMap } from './PlacesMap'
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
  const [point, setPoint] = useOwnPoint()
  const offers = offersOf(places, { application: id, language, point, sort: wanted.sort })
  const gardens = numbered(offers)
  const shown = fitting(offers, wanted, language)
  const of = (standing: Standing) => shown.filter((offer) => offer.standing === standing)
  const held = of('held')
  const until = held[0]?.place.held_until
  const withTurn = places.some(({ held_until: own }) => own !== null)
  const name = child.given_name
  const parts = { application, numbers: new Map(gardens.map((each) => [each.id, each.number])) }
  return (
    <>
      {gardens.length > 0 && (
        <Fold summary={t('mapTitle')}>
          <PlacesMap gardens={gardens} point={point} onSet={setPoint} />
        </Fold>
      )}
      {offers.length > 1 && (
        <>
          <OfferFilters offers={offers} wanted={wanted} onWant={want} measured={point !== null} />
          <p role="status">{common('shownOf', { shown: countOf(shown), all: places.length })}</p>
        </>
      )}
      <Part
        id="held"
        title={t('held', { name })}
        about={until == null ? '' : t('heldAbout', { until: formatDeadline(until, language), name })}
        offers={held}
        {...parts}
      />
      <Part id="exchange" title={t('exchange')} about={t('exchangeAbout')} offers={of('exchange')} {...parts} />
      <Part
        id="open"
        title={t('open')}
        about={[t('openAbout'), ...(withTurn ? [t('openWithTurn', { name })] : [])].join(' ')}
        offers={of('open')}
        {...parts}
      />
      <Kept offers={of('kept')} {...parts} />
    </>
  )
}

interface PartProps {
  offers: readonly Offer[]
  application: ApplicationsInformationView
  numbers: ReadonlyMap<string, number>
}

function Part({ id, title, about, ...parts }: PartProps & { id: string; title: string; about: string }) {
  if (parts.offers.length === 0) return null
  return (
    <section aria-labelledby={id} className={css.part}>
      <h2 id={id}>{title}</h2>
      <p className={css.about}>{about}</p>
      <List {...parts} />
    </section>
  )
}

/** What this child may not take, folded away: each says why. */
function Kept(parts: PartProps) {
  const t = useTexts(chooseTexts)
  if (parts.offers.length === 0) return null
  return (
    <Fold summary={t('kept', { count: countOf(parts.offers) })}>
      <List {...parts} />
    </Fold>
  )
}

function List({ offers, ...parts }: PartProps) {
  return (
    <ul className={css.offers}>
      {offers.map((offer) => (
        <Line key={offer.key} offer={offer} {...parts} />
      ))}
    </ul>
  )
}

function Line({ offer, application, numbers }: Omit<PartProps, 'offers'> & { offer: Offer }) {
  const t = useTexts(chooseTexts)
  const language = useLanguage()
  const { place, count, standing, metres } = offer
  const number = place.kindergarten ? numbers.get(place.kindergarten.id) : undefined
  return (
    <li className={standing === 'held' ? css.held : css.open}>
      <PlaceFacts place={place} languages={application.languages} level="h3" number={number} metres={metres} />
      {count > 1 && <p>{t('count', { count })}</p>}
      {standing !== 'kept' && (
        <LinkButton href={`/choose/${application.application_id}?place=${place.place_id}`}>
          {t('choose')}
          <Hidden>: {nameOf(place, language)}</Hidden>
        </LinkButton>
      )}
    </li>
  )
}

function countOf(offers: readonly Offer[]): number {
  return offers.reduce((sum, { count }) => sum + count, 0)
}
