import { expect, test } from 'vitest'

import { plainEmail } from './emails'
import { newId } from './ids'
import { plainIdentityNumber } from './identityNumbers'
import { birthDay, formatIin, plainBin, plainIin } from './iin'
import { plainNumber } from './pasted'
import { formatPhone, maskPhone, phoneLink, plainPhone } from './phones'
import { sortedBy } from './sorting'

test.each(['991399000009', '991399 000009', ' 9913 9900 0009 ', '991399\u00a0000009', '991399–000009', '991399001809'])(
  'an IIN may have spaces and dashes: %s',
  (typed) => {
    expect(plainIin(typed)).toMatch(/^991399\d{6}$/)
  },
)

test.each(['', '991399000008', '99139900000', '9913990000090', '99139900000x', '991399001860'])(
  'this is no IIN: %s',
  (typed) => {
    expect(plainIin(typed)).toBeNull()
  },
)

test('no number is an IIN where both passes give ten', () => {
  for (let digit = 0; digit < 10; digit++) expect(plainIin(`99139900186${String(digit)}`)).toBeNull()
})

test('a BIN is told apart from an IIN', () => {
  expect(plainBin('990940 000006')).toBe('990940000006')
  for (const other of ['930905490005', '990940000007', '12', '']) expect(plainBin(other)).toBeNull()
})

test('an IIN is shown in two groups, and may tell a birth date', () => {
  expect(formatIin('991399000009')).toBe('991399 000009')
  expect(birthDay('930905490005')).toEqual({ year: 1993, month: 9, day: 5 })
  expect(birthDay('210228550000')).toEqual({ year: 2021, month: 2, day: 28 })
  expect(birthDay('991399000009')).toBeNull()
})

test.each(['+7 799 900 00 07', '8 (799) 900-00-07', '77999000007', '7999000007', 'tel:+77999000007'])(
  'a phone as people write it: %s',
  (typed) => {
    expect(plainPhone(typed)).toBe('77999000007')
  },
)

test.each(['', '+1 799 900 00 07', '779990000', '+7 499 900 00 07', '8 800'])('this is no phone: %s', (typed) => {
  expect(plainPhone(typed)).toBeNull()
})

test('of what is proved who one is: digits, and letters before them where the document has any', () => {
  expect(plainIdentityNumber('№ 012 345 678')).toBe('012345678')
  expect(plainIdentityNumber('kz1234567')).toBe('KZ1234567')
  expect(plainIdentityNumber('No. 012345678')).toBe('012345678')
  expect(plainIdentityNumber('N 12345678')).toBe('N12345678') // the letter of a passport, not the sign №
  for (const other of ['', '12345', 'ABC1234567', 'ҚР1234567', '012345678X'])
    expect(plainIdentityNumber(other)).toBeNull()
})

test('a phone is shown, called and hidden', () => {
  expect(formatPhone('77999000007')).toBe('+7\u00a0799\u00a0900\u00a000\u00a007')
  expect(formatPhone('+77999000007')).toBe('+7\u00a0799\u00a0900\u00a000\u00a007')
  expect(phoneLink('77999000007')).toBe('tel:+77999000007')
  expect(maskPhone('77999000007')).toBe('+7\u00a0799\u00a0•••\u00a0••\u00a007')
  expect(formatPhone('8 (7162) 25-29-86')).toBe('8 (7162) 25-29-86')
})

test('an e-mail address', () => {
  expect(plainEmail(' saule@example.kz ')).toBe('saule@example.kz')
  for (const wrong of ['saule', 'saule@', '@example.kz', 'a b@example.kz', 'сәуле@example.kz', 'a@example']) {
    expect(plainEmail(wrong)).toBeNull()
  }
})

test('a number is read off a paper', () => {
  expect(plainNumber('№ 1024 928 201')).toBe('1024928201')
})

test('ids are random, and of the form of a UUID', () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(newId()).not.toBe(newId())
})

test('Kazakh letters have their own places, and numbers their value', () => {
  const names = [
    'Іңкәр',
    'Көктем',
    '«Ұшқын»',
    'Үміт',
    'Әсем',
    'Балдәурен',
    'Айгөлек',
    '№ 14',
    '№ 5',
    'Һарон',
    'Қуаныш',
    'Ыстық',
  ]
  expect(sortedBy(names, (name) => name)).toEqual([
    '№ 5',
    '№ 14',
    'Айгөлек',
    'Әсем',
    'Балдәурен',
    'Көктем',
    'Қуаныш',
    '«Ұшқын»',
    'Үміт',
    'Һарон',
    'Ыстық',
    'Іңкәр',
  ])
})
