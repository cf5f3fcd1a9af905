import { afterEach, expect, test, vi } from 'vitest'

import { Drawer } from './drawer'
import { draftKeyOf, seal, unseal } from './seal'

interface Form {
  phone: string
}
const asForm = (found: unknown) => found as Form | null
const keyOf = (letter: string) => draftKeyOf(btoa(letter.repeat(32)))

afterEach(() => {
  localStorage.clear()
  vi.useRealTimers()
})

test('what is typed lies sealed on the device, and only its key opens it', async () => {
  const [mine, hers] = [await keyOf('a'), await keyOf('b')]
  await new Drawer<Form>(mine, 'apply').keep({ phone: '77990000007' })
  expect(JSON.stringify(localStorage)).not.toContain('7799')
  expect((await new Drawer<Form>(mine, 'apply').open(asForm))?.value).toEqual({ phone: '77990000007' })
  expect(await new Drawer<Form>(hers, 'apply').open(asForm)).toBeNull()
  expect(await unseal(hers, await seal(mine, 'secret'))).toBeNull()
})

test('the same text is never sealed to the same bytes', async () => {
  const key = await keyOf('a')
  expect(await seal(key, 'text')).not.toBe(await seal(key, 'text'))
})

test('of several at once the newest is kept', async () => {
  const drawer = new Drawer<Form>(await keyOf('a'), 'apply')
  await Promise.all(['7', '77', '779'].map((phone) => drawer.keep({ phone })))
  expect((await drawer.open(asForm))?.value).toEqual({ phone: '779' })
})

test('what is discarded while it is written does not come back', async () => {
  const drawer = new Drawer<Form>(await keyOf('a'), 'apply')
  const writing = drawer.keep({ phone: '7' })
  drawer.discard()
  await writing
  expect(await drawer.open(asForm)).toBeNull()
})

test('what nobody came back for goes after a month', async () => {
  const [mine, hers] = [await keyOf('a'), await keyOf('b')]
  vi.useFakeTimers({ now: new Date('2026-10-01'), toFake: ['Date'] })
  await new Drawer<Form>(hers, 'apply').keep({ phone: '2' })
  vi.setSystemTime(new Date('2026-11-02'))
  await new Drawer<Form>(mine, 'apply').open(asForm)
  expect(await new Drawer<Form>(hers, 'apply').open(asForm)).toBeNull()
})

test('what was damaged is no draft', async () => {
  const key = await keyOf('a')
  const drawer = new Drawer<Form>(key, 'apply')
  await drawer.keep({ phone: '7' })
  for (const place of Object.keys(localStorage)) localStorage.setItem(place, '{"at": 99999999999999, "sealed": "??"}')
  expect(await drawer.open(asForm)).toBeNull()
  for (const place of Object.keys(localStorage)) localStorage.setItem(place, 'not JSON')
  expect(await drawer.open(asForm)).toBeNull()
})
