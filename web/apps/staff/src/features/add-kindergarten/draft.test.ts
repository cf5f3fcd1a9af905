import { expect, test } from 'vitest'

import { bodyOf, EMPTY, iinsIn } from './draft'

const WORDS = { kk: 'а', ru: 'б', en: 'c' }
const TYPED = { ...EMPTY, name: WORDS, address: WORDS, phone: '8 (716) 225 29 86' }

test('a body needs a district and a kind; an empty web site is none', () => {
  expect(bodyOf({ ...TYPED, district: '1110' })).toBeNull()
  expect(bodyOf({ ...TYPED, ownership: 'state' })).toBeNull()
  const body = bodyOf({ ...TYPED, district: '1110', ownership: 'state', website: ' ' })
  expect(body).toMatchObject({ district: '1110', workers: [] })
  expect(body).not.toHaveProperty('website')
})

test('IINs are parted by lines or commas, whatever spaces were pasted along', () => {
  expect(iinsIn('210101 699 902\n\n 991399000009,;')).toEqual(['210101699902', '991399000009'])
  expect(iinsIn('210101699902\n210101699903')).toBeNull()
})
