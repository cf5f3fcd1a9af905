import { makeQueryClient, meQuery, signInPageQuery } from '@kezek/api'
import { QueryClientProvider } from '@tanstack/react-query'
import { act as settled, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { StrictMode, Suspense } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'

import { SignPanel } from '../faces/SignPanel'
import { type FakeNcalayer, fakeNcalayer } from '../testing/fakeNcalayer'
import { FakeService, problem, RESULT } from '../testing/fakeService'
import { recall } from './memory'
import { useAct } from './useAct'

const CMS = btoa('\x30\x03\x02\x01\x05')
let service: FakeService
let ncalayer: FakeNcalayer
let reaction: () => unknown

beforeEach(async () => {
  sessionStorage.clear()
  service = new FakeService()
  reaction = () => ({ status: true, body: { result: CMS } })
  ncalayer = await fakeNcalayer(() => reaction())
  vi.stubGlobal('WebSocket', WebSocket)
  vi.stubGlobal('fetch', answered)
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }))
})
afterEach(async () => {
  cleanup()
  await ncalayer.close()
})

/** The referrals service over HTTP. */
async function answered(request: Request): Promise<Response> {
  const id = /\/api\/referrals\/acts\/([^/]+)/.exec(request.url)?.[1] ?? ''
  const { signature } =
    request.method === 'POST' ? ((await request.json()) as { signature: string }) : { signature: '' }
  try {
    return Response.json(await (signature ? service.way.send(id, signature) : service.way.read(id)))
  } catch (error) {
    const refused = (error as ReturnType<typeof problem>).problem
    return Response.json(refused, { status: refused.status })
  }
}

function Page({ onDone }: { onDone: (result: unknown) => void }) {
  const act = useAct({ type: 'referrals.choose-place', name: 'a-child', prepare: service.prepare, onDone })
  return <SignPanel act={act} />
}

async function open(onDone = vi.fn()) {
  const client = makeQueryClient()
  client.setQueryData(signInPageQuery('kk').queryKey, { ncalayer: { address: ncalayer.address } } as never)
  client.setQueryData(meQuery.queryKey, null)
  const shown = await settled(async () => {
    await Promise.resolve()
    return render(
      <StrictMode>
        <QueryClientProvider client={client}>
          <Suspense>
            <Page onDone={onDone} />
          </Suspense>
        </QueryClientProvider>
      </StrictMode>,
    )
  })
  const sign = await screen.findByRole('button', { name: 'Қол қою' })
  return { onDone, client, sign, leave: shown.unmount }
}

test('a page signs its act with NCALayer, once, however often one presses', async () => {
  const { onDone, sign } = await open()
  for (let press = 0; press < 3; press += 1) fireEvent.click(sign)
  await vi.waitFor(() => expect(onDone).toHaveBeenCalledExactlyOnceWith(RESULT))
  expect([ncalayer.heard.length, service.received, service.performed]).toEqual([1, [CMS], 1])
})

test('a page that is left and shown again goes on with the same act', async () => {
  const first = await open()
  reaction = () => ({ status: true, body: {} })
  fireEvent.click(first.sign)
  expect(await screen.findByText('Қол қою тоқтатылды.')).toBeTruthy()
  first.leave()
  reaction = () => ({ status: true, body: { result: CMS } })
  const second = await open()
  fireEvent.click(second.sign)
  await vi.waitFor(() => expect(second.onDone).toHaveBeenCalledOnce())
  expect(service.act('act-1').state).toBe('done')
})

test('where the session has ended, the page asks who is signed in, and the act stays', async () => {
  const { client, sign } = await open()
  const asked = vi.spyOn(client, 'invalidateQueries')
  service.faults.push({ of: 'send', when: 'before', error: problem(401, 'sign_in_required') })
  fireEvent.click(sign)
  await vi.waitFor(() => expect(asked).toHaveBeenCalledWith({ queryKey: meQuery.queryKey }))
  expect(recall('referrals.choose-place.a-child')).toBe('act-1')
})
