import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'

import { Followed, isQueue, shownQueues, watchQueues } from './queues'

const QUEUE = ['queue', 'position']
const position = (group_year: number) => ({ queue: { district: '1110', kind: 'general', group_year } })

function show(client: QueryClient, id: string, answer: unknown, what = QUEUE) {
  const queryFn = () => Promise.resolve(answer)
  return new QueryObserver(client, { queryKey: [...what, id], queryFn }).subscribe(() => undefined)
}

test('the queues of the positions that are shown are told, and that they are shown no more', async () => {
  const client = new QueryClient()
  const told: string[][] = []
  const end = watchQueues(client, (queues) => told.push(queues))
  const hide = [show(client, '1', position(2023)), show(client, '2', position(2022)), show(client, '3', null)]
  await expect.poll(() => told.at(-1)).toEqual(['1110.general.2022', '1110.general.2023'])
  hide[0]?.()
  await expect.poll(() => told.at(-1)).toEqual(['1110.general.2022'])
  end()
  hide[1]?.()
  expect(told.at(-1)).toEqual(['1110.general.2022'])
})

test('the queue of an application that is shown is told, also where its position is not', async () => {
  const client = new QueryClient()
  const information = { district: { code: '1110' }, kind: 'general', group_year: 2021 }
  const hide = show(client, '1', { information, history: [] }, ['applications', 'application'])
  await expect.poll(() => shownQueues(client)).toEqual(['1110.general.2021'])
  hide()
})

test('a queue is known by its name', () => {
  expect(['1110.general.2022', '019e3f6a-0000-7000-8000-000000000000', 'a'].map(isQueue)).toEqual([true, false, false])
})

test('no more are followed than may be, and those that were shown last', () => {
  const followed = new Followed()
  for (let queue = 0; queue < 12; queue += 1) expect(followed.add([String(queue)])).toBe(true)
  expect(followed.all).toEqual(['11', '10', '9', '8', '7', '6', '5', '4'])
  expect(followed.add(['5', '7'])).toBe(false)
})
