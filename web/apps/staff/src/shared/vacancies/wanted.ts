import type { operations } from '@kezek/api'
import type { Chosen } from '@kezek/ui'

import { isDay } from '../../shared/tables/days'

type Wanted = NonNullable<operations['kindergartens.get_own_vacancies']['parameters']['query']>

/**
 * As the API takes the filters: a column's key is the name of its filter and of its order. What is no number
 * or no day yet is not asked for.
 */
export function wantedBy({ filters: { confirmed_at: day, kindergarten, ...filters }, sort }: Chosen): Wanted {
  const set = Object.entries(filters).filter(([key, value]) => value !== '' && (!NUMBERS.has(key) || isNumber(value)))
  return {
    ...(Object.fromEntries(set) as Wanted),
    ...(kindergarten && { kindergarten_id: kindergarten }),
    ...(day && isDay(day) && { confirmed_from: day, confirmed_to: day }),
    ...(sort && { sort: sort.key as NonNullable<Wanted['sort']>, descending: sort.descending }),
  }
}

/** The same for the address of a file. */
export function fileOf(chosen: Chosen): Record<string, string> {
  return Object.fromEntries(Object.entries(wantedBy(chosen)).map(([name, value]) => [name, String(value)]))
}

const NUMBERS = new Set(['total', 'free'])

function isNumber(typed: string): boolean {
  return /^\s*\d{1,3}\s*$/.test(typed)
}
