/** The place held for the child, then those it may take as well, then what it may not and why; by distance or name. */
import type { ApplicationsInformationView } from '@kezek/api'
import { formatDeadline } from '@kezek/domain'
import { commonTexts, useLanguage, useTexts } from '@kezek/i18n'
import { Fold, Hidden, LinkButton } from '@kezek/ui'
import type { ReactNode } from 'react'

import type { Point } from './distance'
import { OfferFilters } from './OfferFilters'
import {
  fitting,
  nameOf,
  type Numbered,
  numbered,
  type Offer,
  offersOf,
  type Place,
  type Standing,
  type Wanted,
} from './offers'
import css from './Place.module.css'
import { PlaceFacts } from './PlaceFacts'
import { placeTexts } from './texts'

interface LinksProps {
  /** Where a place is chosen. */
  chooseHref: (place: Place) => string
  /** Where more is said of a kindergarten, if the app has such a page. */
  gardenHref?: (id: string) => string
}

interface OffersProps extends LinksProps {
  application: ApplicationsInformationView
  places: readonly Place[]
  wanted: Wanted
  onWant: (wanted: Wanted | undefined) => void
  /** From where it is measured. */
  point?: Point | null
  /** What shows these kindergartens on a plan, numbered as they are in the list. */
  plan?: (gardens: readonly Numbered[]) => ReactNode
}

export function Offers({ application, places, wanted, onWant, point = null, plan, ...links }: OffersProps) {
  const t = useTexts(placeTexts)
  const common = useTexts(commonTexts)
  const language = useLanguage()
  const { application_id: id, child } = application
  const offers = offersOf(places, { application: id, language, point, sort: wanted.sort })
  const gardens = plan ? numbered(offers) : []
  const shown = fitting(offers, wanted, language)
  const of = (standing: Standing) => shown.filter((offer) => offer.standing === standing)
  const held = of('held')
  const until = held[0]?.place.held_until
  const withTurn = places.some(({ held_until: own }) => own !== null)
  const name = child.given_name
  const parts = { application, numbers: new Map(gardens.map((each) => [each.id, each.number])), ...links }
  return (
    <>
      {gardens.length > 0 && plan?.(gardens)}
      {offers.length > 1 && (
        <>
          <OfferFilters offers={offers} wanted={wanted} onWant={onWant} measured={point !== null} />
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

interface PartProps extends LinksProps {
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
  const t = useTexts(placeTexts)
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

function Line({ offer, application, numbers, chooseHref, gardenHref }: Omit<PartProps, 'offers'> & { offer: Offer }) {
  const t = useTexts(placeTexts)
  const language = useLanguage()
  const { place, count, standing, metres } = offer
  const number = place.kindergarten ? numbers.get(place.kindergarten.id) : undefined
  const facts = { place, languages: application.languages, number, metres, gardenHref }
  return (
    <li className={standing === 'held' ? css.held : css.open}>
      <PlaceFacts level="h3" {...facts} />
      {count > 1 && <p>{t('count', { count })}</p>}
      {standing !== 'kept' && (
        <LinkButton href={chooseHref(place)}>
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
