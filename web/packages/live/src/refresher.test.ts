import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'

import { OUTDATED } from './kinds'
import { Refresher } from './refresher'

function shown(queryKey: readonly string[]) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  const asked = vi.fn(() => Promise.resolve(asked.mock.calls.length))
  const stop = new QueryObserver(client, { queryKey, queryFn: asked }).subscribe(() => undefined)
  return { client, asked, stop }
}

test('what is shown and has become old is asked for again, once for hints that come together', async () => {
  const { client, asked, stop } = shown(['applications', 'application', '1'])
  await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce())
  const refresher = new Refresher(client, () => false)
  for (let hints = 0; hints < 10; hints += 1) refresher.refresh(OUTDATED.application)
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(2))
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(asked).toHaveBeenCalledTimes(2)
  stop()
})

test.each(['roster', 'vacancy'] as const)('the numbers of groups move with: %s', async (kind) => {
  const { client, asked, stop } = shown(['kindergartens', 'groups', '1'])
  await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce())
  new Refresher(client, () => false).refresh(OUTDATED[kind])
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(2))
  stop()
})

test('what a hint is not about is left alone', async () => {
  const { client, asked, stop } = shown(['auth', 'me'])
  await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce())
  new Refresher(client, () => false).refreshAll()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(asked).toHaveBeenCalledOnce()
  stop()
})

test('what is written to the reading log is asked for by hints, not by the clock', async () => {
  const { client, asked, stop } = shown(['kindergartens', 'roster', '1'])
  await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce())
  const refresher = new Refresher(client, () => false)
  refresher.refreshByClock()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(asked).toHaveBeenCalledOnce()
  refresher.refresh(OUTDATED.roster)
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(2))
  stop()
})

test('counts of decisions hold nobody’s data: they are asked for by the clock and by hints', async () => {
  const { client, asked, stop } = shown(['applications', 'due', 'own'])
  await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce())
  const refresher = new Refresher(client, () => false)
  refresher.refreshByClock()
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(2))
  refresher.refresh(OUTDATED.desk)
  await vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(3))
  stop()
})

test('a hidden page asks when it is shown again', async () => {
  const { client, asked, stop } = shown(['queue', 'position', '1'])
  await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce())
  new Refresher(client, () => true).refresh(OUTDATED.position)
  await vi.waitFor(() => expect(client.getQueryState(['queue', 'position', '1'])?.isInvalidated).toBe(true))
  expect(asked).toHaveBeenCalledOnce()
  stop()
})
