/** What a family may take, alike places in one line: pure. */
import type { ReferralsPlaceView } from '@kezek/api'
import { compareTexts, type Language } from '@kezek/domain'

import { distance, type Point } from './distance'

export type Place = ReferralsPlaceView

/** Held for this child; held for another who gets a fitting one instead; for whoever comes first; kept from this child. */
export type Standing = 'held' | 'exchange' | 'open' | 'kept'

export interface Offer {
  key: string
  /** The one that this line leads to. */
  place: Place
  standing: Standing
  /** How many like it there are. */
  count: number
  /** From the family's point to the kindergarten, where both are known. */
  metres: number | null
}

/** A kindergarten on the plan. */
export interface Numbered {
  id: string
  number: number
  location: Point
}

export interface Wanted {
  language: Place['language'] | ''
  ownership: NonNullable<Place['kindergarten']>['ownership'] | ''
  name: string
  sort: 'name' | 'distance'
}

export const ANYTHING: Wanted = { language: '', ownership: '', name: '', sort: 'distance' }

export function standingOf({ held_until: held, obstacle, free_choice: open }: Place): Standing {
  if (obstacle !== null) return 'kept'
  if (held !== null) return 'held'
  return open ? 'open' : 'exchange'
}

const ORDER: readonly Standing[] = ['held', 'exchange', 'open', 'kept']

interface Seen {
  application: string
  language: Language
  point: Point | null
  sort?: Wanted['sort']
}

/**
 * The place held for the child, then the others, by distance or name. Of places that are alike each family is led to
 * another one, so that not all reach for the same.
 */
export function offersOf(places: readonly Place[], { application, language, point, sort = 'name' }: Seen): Offer[] {
  const alike = new Map<string, Place[]>()
  for (const place of places) {
    const key = keyOf(place)
    alike.set(key, [...(alike.get(key) ?? []), place])
  }
  return [...alike]
    .flatMap(([key, group]) => {
      const place = group[ordinalOf(application) % group.length]
      const from = place?.kindergarten?.location
      const metres = point && from ? distance(point, from) : null
      return place ? [{ key, place, standing: standingOf(place), count: group.length, metres }] : []
    })
    .sort(
      (one, other) => byStanding(one, other) || (sort === 'distance' && byDistance(one, other)) || byName(one, other),
    )

  function byName(one: Offer, other: Offer): number {
    return compareTexts(nameOf(one.place, language), nameOf(other.place, language))
  }
}

function byStanding(one: Offer, other: Offer): number {
  return ORDER.indexOf(one.standing) - ORDER.indexOf(other.standing)
}

/** Where a kindergarten stands is not known of all: those come last. */
function byDistance(one: Offer, other: Offer): number {
  if (one.metres === null || other.metres === null) return Number(one.metres === null) - Number(other.metres === null)
  return one.metres - other.metres
}

export function fitting(offers: readonly Offer[], wanted: Wanted, language: Language): Offer[] {
  const name = wanted.name.trim().toLowerCase()
  return offers.filter(
    ({ place }) =>
      (wanted.language === '' || place.language === wanted.language) &&
      (wanted.ownership === '' || place.kindergarten?.ownership === wanted.ownership) &&
      nameOf(place, language).toLowerCase().includes(name),
  )
}

/** The kindergartens of these offers whose point is known, each once, numbered in this order. */
export function numbered(offers: readonly Offer[]): Numbered[] {
  const points = new Map<string, Point>()
  for (const { place } of offers)
    if (place.kindergarten?.location) points.set(place.kindergarten.id, place.kindergarten.location)
  return [...points].map(([id, location], index) => ({ id, number: index + 1, location }))
}

export function nameOf({ kindergarten }: Place, language: Language): string {
  return kindergarten?.name[language] ?? ''
}

function keyOf(place: Place): string {
  const { kindergarten, place_id: id, language, kind, obstacle, opens_at: opens } = place
  const standing = standingOf(place)
  if (standing === 'held') return id
  return [standing, kindergarten?.id ?? id, language, kind, obstacle, opens].join()
}

/** Of an id, which is a UUID; the last digits of one are as good as drawn by lot. */
function ordinalOf(id: string): number {
  return Number.parseInt(id.slice(-6), 16) || 0
}
