import { afterEach, expect, test, vi } from 'vitest'

import { Drawer } from './drawer'
import { draftKeyOf } from './seal'
import { SharedDrawer } from './shared'

interface Form {
  phone: string
}
const asForm = (found: unknown) => found as Form | null
const key = () => draftKeyOf(btoa('a'.repeat(32)))

/** The service: what it keeps, and whether it can be reached. */
const service = { sealed: null as string | null, saved_at: null as string | null, away: false, ahead_ms: 0 }

function reach(): void {
  vi.stubGlobal('fetch', async (request: Request) => {
    if (service.away) throw new TypeError('offline')
    if (request.method === 'PUT') {
      service.sealed = ((await request.json()) as { sealed: string }).sealed
      service.saved_at = new Date(Date.now() + service.ahead_ms).toISOString()
    }
    if (request.method === 'DELETE') service.sealed = null
    return request.method === 'DELETE'
      ? new Response(null, { status: 204 })
      : Response.json({ sealed: service.sealed, saved_at: service.saved_at })
  })
}

afterEach(() => {
  localStorage.clear()
  Object.assign(service, { sealed: null, saved_at: null, away: false, ahead_ms: 0 })
})

test('what was typed goes to the service, sealed, and leaves the device', async () => {
  reach()
  await new SharedDrawer<Form>(await key(), 'apply').keep({ phone: '77990000007' })
  expect(localStorage).toHaveLength(1)
  await vi.waitFor(() => expect(service.sealed).not.toBeNull(), 3000)
  expect(service.sealed).not.toContain('7799')
  await vi.waitFor(() => expect(localStorage).toHaveLength(0))
  const elsewhere = await new SharedDrawer<Form>(await key(), 'apply').open(asForm)
  expect(elsewhere?.value).toEqual({ phone: '77990000007' })
})

test('without the service it lies on the device, and moves when it is opened again', async () => {
  reach()
  service.away = true
  await new SharedDrawer<Form>(await key(), 'apply').keep({ phone: '7' })
  await new Promise((resolve) => setTimeout(resolve, 1000))
  expect(localStorage).toHaveLength(1)
  service.away = false
  expect((await new SharedDrawer<Form>(await key(), 'apply').open(asForm))?.value).toEqual({ phone: '7' })
  await vi.waitFor(() => expect(service.sealed).not.toBeNull())
  await vi.waitFor(() => expect(localStorage).toHaveLength(0))
})

test('what was typed last on the device is shown, however far ahead the clock of the service is', async () => {
  reach()
  service.ahead_ms = 60 * 60_000
  const drawer = new SharedDrawer<Form>(await key(), 'apply')
  await drawer.keep({ phone: '7' })
  await vi.waitFor(() => expect(service.sealed).not.toBeNull(), 3000)
  service.away = true
  await drawer.keep({ phone: '77' })
  await new Promise((resolve) => setTimeout(resolve, 1000))
  service.away = false
  expect((await new SharedDrawer<Form>(await key(), 'apply').open(asForm))?.value).toEqual({ phone: '77' })
})

test('a draft of an earlier release lies on the device and moves', async () => {
  reach()
  await new Drawer<Form>(await key(), 'apply').keep({ phone: '8' })
  expect((await new SharedDrawer<Form>(await key(), 'apply').open(asForm))?.value).toEqual({ phone: '8' })
  await vi.waitFor(() => expect(service.sealed).not.toBeNull())
})

test('what is discarded is gone here and there', async () => {
  reach()
  const drawer = new SharedDrawer<Form>(await key(), 'apply')
  await drawer.keep({ phone: '7' })
  await vi.waitFor(() => expect(service.sealed).not.toBeNull(), 3000)
  drawer.discard()
  await vi.waitFor(() => expect(service.sealed).toBeNull())
  expect(localStorage).toHaveLength(0)
})
