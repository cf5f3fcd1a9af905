import { expect, test } from 'vitest'

import { inAddress, offerIn, typedIn, wrongIn } from './offer'

const RIGHT = { language: 'kk', group_year: '2023', kind: 'general', places: ' 3 ' }

test('what was typed is an offer, and stands in the address', () => {
  const offer = { language: 'kk', group_year: 2023, kind: 'general', places: 3 } as const
  expect(offerIn(RIGHT)).toEqual(offer)
  expect(offerIn(typedIn(inAddress('1', offer)))).toEqual(offer)
})

test('at first one place is offered, and what must be chosen is not', () => {
  const typed = typedIn(new URLSearchParams())
  expect(typed.places).toBe('1')
  expect(wrongIn(typed)).toEqual({ language: true, group_year: true, kind: false, places: false })
  expect(offerIn(typed)).toBeNull()
})

test.each(['', 'three', '1.5', '0', '-2', '1000'])('so many places cannot be offered: «%s»', (places) => {
  expect(wrongIn({ ...RIGHT, places }).places).toBe(true)
  expect(offerIn({ ...RIGHT, places })).toBeNull()
})

test.each([
  ['language', 'de'],
  ['kind', 'secret'],
  ['group_year', 'x'],
])('an address may hold anything: %s=%s', (field, value) => {
  expect(offerIn({ ...RIGHT, [field]: value })).toBeNull()
})
