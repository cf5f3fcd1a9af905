import { expect, test } from 'vitest'

import { ANYTHING, fitting, offersOf, type Place } from './offers'

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
    },
    language: 'kk',
    kind: 'general',
    group_year: 2022,
    free_choice: true,
    held_until: null,
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

test('the held place comes first, then those in free choice by name; alike ones in one line', () => {
  const offers = offersOf(PLACES, FAMILY, 'kk')
  expect(offers.map(({ place: { place_id: id }, count }) => [id, count])).toEqual([
    ['held', 1],
    ['4', 1],
    ['2', 2],
    ['3', 1],
  ])
})

test('of alike places another family is led to another one', () => {
  const led = [FAMILY, OTHER_FAMILY].map((family) => offersOf(PLACES, family, 'kk')[2]?.place.place_id)
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
  const found = fitting(offersOf(PLACES, FAMILY, 'kk'), { ...ANYTHING, ...wanted }, 'kk')
  expect(found.map(({ place: { place_id: id } }) => id)).toEqual(ids)
})

test('a place whose kindergarten is not known yet is offered, too', () => {
  expect(offersOf([place('1', '', { kindergarten: null })], FAMILY, 'kk')).toHaveLength(1)
})
