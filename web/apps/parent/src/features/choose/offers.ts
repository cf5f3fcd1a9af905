/** What a family may take, alike places in one line: pure. */
import type { ReferralsPlaceView } from '@kezek/api'
import { compareTexts, type Language } from '@kezek/domain'

export type Place = ReferralsPlaceView

export interface Offer {
  key: string
  /** The one that this line leads to. */
  place: Place
  /** How many like it there are. */
  count: number
}

export interface Wanted {
  language: Place['language'] | ''
  ownership: NonNullable<Place['kindergarten']>['ownership'] | ''
  name: string
}

export const ANYTHING: Wanted = { language: '', ownership: '', name: '' }

/**
 * The place held for the child, then those in free choice by the kindergarten's name. Of places that are alike each
 * family is led to another one, so that not all reach for the same.
 */
export function offersOf(places: readonly Place[], application: string, language: Language): Offer[] {
  const alike = new Map<string, Place[]>()
  for (const place of places) {
    const key = place.free_choice ? keyOf(place) : place.place_id
    alike.set(key, [...(alike.get(key) ?? []), place])
  }
  return [...alike]
    .flatMap(([key, group]) => {
      const place = group[ordinalOf(application) % group.length]
      return place ? [{ key, place, count: group.length }] : []
    })
    .sort((one, other) => Number(one.place.free_choice) - Number(other.place.free_choice) || byName(one, other))

  function byName(one: Offer, other: Offer): number {
    return compareTexts(nameOf(one.place, language), nameOf(other.place, language))
  }
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

export function nameOf({ kindergarten }: Place, language: Language): string {
  return kindergarten?.name[language] ?? ''
}

function keyOf({ kindergarten, place_id: id, language, kind }: Place): string {
  return [kindergarten?.id ?? id, language, kind].join()
}

/** Of an id, which is a UUID; the last digits of one are as good as drawn by lot. */
function ordinalOf(id: string): number {
  return Number.parseInt(id.slice(-6), 16) || 0
}
