import { expect, test } from 'vitest'

import { ANYTHING, fitting, numbered, offersOf, type Place } from './offers'

const FAMILY = '00000000-0000-4000-8000-000000000001'
const OTHER_FAMILY = '00000000-0000-4000-8000-000000000002'

function place(id: string, garden: string, more: Partial<Place> = {}): Place {
  return {
    place_id: id,
    kindergarten: {
      id: garden,
      name: { kk: `«${garden}»`, ru: garden, en: garden },
      address: { kk: '', ru: '', en: '' },
      phone: '77999000001',
      ownership: 'state',
      location: null,
    },
    language: 'kk',
    kind: 'general',
    group_year: 2022,
    free_choice: true,
    held_until: null,
    obstacle: null,
    opens_at: null,
    ...more,
  }
}

const HELD = place('held', 'Жұлдыз', { free_choice: false, held_until: '2026-12-03T00:00:00+05:00' })
const PLACES = [
  place('1', 'Құлпынай'),
  place('2', 'Құлпынай'),
  place('3', 'Құлпынай', { language: 'ru' }),
  place('4', 'Ақбота', { kindergarten: { ...place('', 'Ақбота').kindergarten, ownership: 'private' } as never }),
  HELD,
]

const SEEN = { application: FAMILY, language: 'kk', point: null } as const
const at = (latitude: number) => ({ latitude, longitude: 69.4 })
const located = (id: string, garden: string, latitude: number) =>
  place(id, garden, { kindergarten: { ...place(id, garden).kindergarten, location: at(latitude) } as never })

test('the held place comes first, then those in free choice by name; alike ones in one line', () => {
  const offers = offersOf(PLACES, SEEN)
  expect(offers.map(({ place: { place_id: id }, count }) => [id, count])).toEqual([
    ['held', 1],
    ['4', 1],
    ['2', 2],
    ['3', 1],
  ])
})

test('of alike places another family is led to another one', () => {
  const led = [FAMILY, OTHER_FAMILY].map(
    (family) => offersOf(PLACES, { ...SEEN, application: family })[2]?.place.place_id,
  )
  expect(new Set(led)).toEqual(new Set(['1', '2']))
})

test.each([
  [{ language: 'ru' as const }, ['3']],
  [{ ownership: 'private' as const }, ['4']],
  [{ name: ' құлп' }, ['2', '3']],
  [{ name: 'қ', language: 'kk' as const }, ['4', '2']],
  [{ name: 'жоқ' }, []],
  [{}, ['held', '4', '2', '3']],
])('what is looked for by %o is %o', (wanted, ids) => {
  const found = fitting(offersOf(PLACES, SEEN), { ...ANYTHING, ...wanted }, 'kk')
  expect(found.map(({ place: { place_id: id } }) => id)).toEqual(ids)
})

test('a place whose kindergarten is not known yet is offered, too', () => {
  expect(offersOf([place('1', '', { kindergarten: null })], SEEN)).toHaveLength(1)
})

test('the nearest comes first once the family has set a point, those whose place is not known last', () => {
  const places = [place('1', 'Ақбота'), located('2', 'Жұлдыз', 53.3), located('3', 'Құлпынай', 53.29)]
  const order = (sort: 'name' | 'distance') =>
    offersOf(places, { ...SEEN, point: at(53.28), sort }).map(({ place: { place_id: id } }) => id)
  expect(order('distance')).toEqual(['3', '2', '1'])
  expect(order('name')).toEqual(['1', '2', '3'])
})

test('kindergartens are numbered in the order of the list, each once', () => {
  const places = [located('1', 'Жұлдыз', 53.3), place('2', 'Ақбота'), located('3', 'Жұлдыз', 53.3)]
  expect(numbered(offersOf(places, SEEN))).toEqual([{ id: 'Жұлдыз', number: 1, location: at(53.3) }])
})

test('what another turn holds may be exchanged, or is kept from the child', () => {
  const exchange = place('1', 'Ақбота', { free_choice: false })
  const kept = place('2', 'Ақбота', { free_choice: false, obstacle: 'place_needed' })
  const offers = offersOf([kept, place('3', 'Ақбота'), exchange, HELD], SEEN)
  expect(offers.map(({ standing }) => standing)).toEqual(['held', 'exchange', 'open', 'kept'])
})
