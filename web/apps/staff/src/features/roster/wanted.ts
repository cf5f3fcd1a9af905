import type { KindergartensRosterSearchBody } from '@kezek/api'
import type { Chosen } from '@kezek/ui'

import { isDay } from '../../shared/tables/days'

type Wanted = Omit<KindergartensRosterSearchBody, 'offset' | 'limit'>

const DAYS = ['born', 'accepted', 'left'] as const

/** As the API takes the filters: a column's key is the name of its filter and of its order, but that days are periods. */
export function wantedBy(present: boolean, { filters, sort }: Chosen): Wanted {
  const days = DAYS.flatMap((name) => {
    const day = filters[name] ?? ''
    return isDay(day) ? [[`${name}_from`, day] as const, [`${name}_to`, day] as const] : []
  })
  const rest = Object.entries(filters)
    .filter(([key]) => !(DAYS as readonly string[]).includes(key))
    // an IIN is pasted with spaces
    .map(([key, typed]) => [key, key === 'iin' ? typed.replace(/\s/g, '') : typed.trim()] as const)
    .filter(([, wanted]) => wanted !== '')
  return {
    present,
    ...(Object.fromEntries([...rest, ...days]) as Partial<Wanted>),
    sort: (sort?.key ?? 'name') as Wanted['sort'],
    descending: sort?.descending ?? false,
  }
}

const NAMING = new Set(['name', 'iin', 'application_number', 'referral_number'])

/** The same for the address of a file, in which nothing may stand that names a child. */
export function inAddress(present: boolean, chosen: Chosen): Record<string, string> {
  const wanted = Object.entries(wantedBy(present, chosen)).filter(([name]) => !NAMING.has(name))
  return Object.fromEntries(wanted.map(([name, value]) => [name, String(value)]))
}
