import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { WEBSITE } from './checks'
import { bodyOf, type Draft, useDraft } from './draft'

afterEach(() => sessionStorage.clear())

const full: Partial<Draft> = {
  district: '1110',
  nameKk: ' «Ақбота» балабақшасы ',
  nameRu: 'Детский сад «Ақбота»',
  addressKk: 'Үлгі ауылы, Сынақ көшесі, 7',
  addressRu: 'с. Үлгі, ул. Сынақ, 7',
  phone: '8 (716) 212-34-56',
  ownership: 'state',
  iin: '991399 000009',
  ownerPhone: '+7 799 123 45 67',
  email: ' aigul@example.kz',
}

test('what was typed outlives a reload of the tab, with the key that makes it one request', () => {
  const first = renderHook(() => useDraft('kk'))
  act(() => first.result.current[1]({ nameKk: '«Ақбота»' }))
  const again = renderHook(() => useDraft('kk'))
  expect(again.result.current[0]).toEqual(first.result.current[0])
  expect(again.result.current[0].nameKk).toBe('«Ақбота»')
})

test('a cleared form is another request', () => {
  const { result } = renderHook(() => useDraft('kk'))
  const before = result.current[0].key
  act(() => result.current[1](full))
  act(() => result.current[2]())
  expect(result.current[0].nameKk).toBe('')
  expect(result.current[0].key).not.toBe(before)
  expect(sessionStorage.length).toBe(0)
})

test('numbers are sent as the API keeps them, however they were typed', () => {
  const { result } = renderHook(() => useDraft('ru'))
  act(() => result.current[1](full))
  expect(bodyOf(result.current[0])).toEqual({
    district: '1110',
    name: { kk: '«Ақбота» балабақшасы', ru: 'Детский сад «Ақбота»' },
    address: { kk: 'Үлгі ауылы, Сынақ көшесі, 7', ru: 'с. Үлгі, ул. Сынақ, 7' },
    phone: '77162123456',
    ownership: 'state',
    owner: { iin: '991399000009', phone: '77991234567', email: 'aigul@example.kz', language: 'ru' },
  })
})

test.each(['iin', 'ownerPhone', 'email', 'phone'] as const)('without %s there is nothing to send', (field) => {
  const { result } = renderHook(() => useDraft('kk'))
  act(() => result.current[1]({ ...full, [field]: 'x' }))
  expect(bodyOf(result.current[0])).toBeNull()
})

test.each([
  ['www.bobek.kz', true],
  ['https://bobek.kz/about?a=1', true],
  ['бөбек.қаз', true],
  ['bobek', false],
  ['ftp://bobek.kz', false],
  ['http://bobek .kz', false],
])('%s as a web site: %s', (typed, taken) => {
  expect(WEBSITE.test(typed)).toBe(taken)
})
