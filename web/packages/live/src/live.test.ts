/** Against a real server: what the stream says is heard by every tab of its person, whatever breaks meanwhile. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { type LiveParts, startLive } from './live'
import { LIVING, OF_QUEUES, OUTDATED } from './kinds'
import { FakeHouse, fakeLocks } from './testing/fakeHouse'

const PAUSES = { silenceMs: 5_000, firstPauseMs: 10, longestPauseMs: 40 }
let house: FakeHouse
let address: string
let locks: LockManager
const ends: (() => void)[] = []

beforeEach(async () => {
  house = new FakeHouse()
  address = await house.start()
  locks = fakeLocks()
})
afterEach(() => {
  for (const end of ends.splice(0)) end()
  house.stop()
})

function tab(more: Partial<LiveParts> = {}) {
  const refresh = vi.fn()
  const refreshAll = vi.fn()
  const refreshByClock = vi.fn()
  const onOver = vi.fn()
  const end = startLive({
    whose: 'somebody',
    refresher: { refresh, refreshAll, refreshByClock },
    onOver,
    locks,
    settings: { address, ...PAUSES },
    isHidden: () => false,
    ...more,
  })
  ends.push(end)
  return { refresh, refreshAll, refreshByClock, onOver, end }
}

const oneStream = () => vi.waitFor(() => expect(house.streams).toBe(1))

test('a hint makes old what it is about', async () => {
  const { refresh } = tab()
  await oneStream()
  house.hint('1-0', 'candidate')
  await vi.waitFor(() => expect(refresh).toHaveBeenCalledWith(OUTDATED.candidate))
})

test('a hint of a kind that is not known yet is passed over', async () => {
  const { refresh } = tab()
  await oneStream()
  house.hint('1-0', 'of-tomorrow')
  house.hint('2-0', 'message')
  await vi.waitFor(() => expect(refresh.mock.calls).toEqual([[OUTDATED.message]]))
})

test('an event that comes in pieces is heard whole', async () => {
  const { refresh } = tab()
  await oneStream()
  house.say('id: 1-0\nda')
  await new Promise((resolve) => setTimeout(resolve, 30))
  house.say('ta: {"kind":"position","id":"a","version":1}\n\n')
  await vi.waitFor(() => expect(refresh).toHaveBeenCalledWith(OUTDATED.position))
})

test('all tabs share one stream, and another takes it over where it was', async () => {
  const [first, second] = [tab(), tab()]
  await oneStream()
  house.hint('7-0', 'candidate')
  await vi.waitFor(() => expect(second.refresh).toHaveBeenCalledWith(OUTDATED.candidate))
  expect(house.asked).toEqual([''])
  first.end()
  await vi.waitFor(() => expect(house.asked).toEqual(['', '7-0']))
  house.hint('8-0', 'message')
  await vi.waitFor(() => expect(second.refresh).toHaveBeenCalledWith(OUTDATED.message))
  expect(first.refresh).not.toHaveBeenCalledWith(OUTDATED.message)
})

test('nobody hears what is told to another person', async () => {
  const [mine, theirs] = [tab(), tab({ whose: 'another' })]
  await oneStream()
  house.hint('1-0', 'candidate')
  await vi.waitFor(() => expect(mine.refresh).toHaveBeenCalled())
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(theirs.refresh).not.toHaveBeenCalled()
})

/** A tab that shows these queues, and how it comes to show others. */
function looking(...queues: string[]) {
  let show: (queues: string[]) => void = () => undefined
  const shown = tab({
    watchQueues: (onChange) => {
      show = onChange
      onChange(queues)
      return () => undefined
    },
  })
  return { ...shown, show: (...others: string[]) => show(others) }
}

test('the queues that tabs show are followed, and what moves in them is asked for', async () => {
  const [first, second] = [looking('1110.general.2022'), looking('1110.general.2023')]
  const both = ['1110.general.2022', '1110.general.2023']
  await vi.waitFor(() => expect([...(house.queues.at(-1) ?? [])].sort()).toEqual(both))
  await oneStream()
  house.hint('1-0', 'position', '1110.general.2023')
  await vi.waitFor(() => expect(second.refresh).toHaveBeenCalledWith(OUTDATED.position), 2_000)
  first.end()
  await vi.waitFor(() => expect(house.queues.at(-1)).toEqual(['1110.general.2023']))
})

test('a queue that is shown later makes a new stream, which goes on where it was; one shown no more makes none', async () => {
  const { refresh, show } = looking()
  await oneStream()
  house.hint('4-0', 'message')
  await vi.waitFor(() => expect(refresh).toHaveBeenCalledOnce())
  show('1110.general.2022')
  await vi.waitFor(() => expect(house.queues).toEqual([[], ['1110.general.2022']]))
  expect(house.asked).toEqual(['', '4-0'])
  await vi.waitFor(() => expect(refresh).toHaveBeenCalledWith(OF_QUEUES))
  show()
  show('1110.general.2022')
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(house.queues).toHaveLength(2)
  house.breakOff()
  await vi.waitFor(() => expect(house.queues).toHaveLength(3))
  await oneStream()
  expect(refresh.mock.calls).toEqual([[OUTDATED.message], [OF_QUEUES]])
})

test('what moves in a queue is asked for by tabs that show it at moments of their own, others of that browser too', async () => {
  const other = tab()
  await oneStream()
  vi.spyOn(Math, 'random').mockReturnValue(0.9)
  house.hint('1-0', 'places', '1110.general.2022')
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(other.refresh).not.toHaveBeenCalled()
  await vi.waitFor(() => expect(other.refresh).toHaveBeenCalledWith(OUTDATED.places), 2_000)
})

test('after a break it goes on where it was, and asks for everything only when told to', async () => {
  const { refresh, refreshAll } = tab()
  await oneStream()
  house.hint('3-0', 'candidate')
  await vi.waitFor(() => expect(refresh).toHaveBeenCalled())
  house.breakOff()
  await vi.waitFor(() => expect(house.asked).toEqual(['', '3-0']))
  expect(refreshAll).not.toHaveBeenCalled()
  await oneStream()
  house.say('id: 9-0\nevent: reset\ndata: {}\n\n')
  await vi.waitFor(() => expect(refreshAll).toHaveBeenCalledOnce())
})

test('a stream that is refused is asked for again', async () => {
  house.refusals.push(503, 429, 502)
  tab()
  await oneStream()
  expect(house.asked).toHaveLength(4)
})

test('a stream that falls silent is left for another', async () => {
  tab({ settings: { address, ...PAUSES, silenceMs: 100 } })
  await vi.waitFor(() => expect(house.asked.length).toBeGreaterThan(1))
})

test.each(['a session that ends', 'a session that is over already'])('%s ends it', async (which) => {
  if (which !== 'a session that ends') house.refusals.push(401)
  const { onOver } = tab()
  if (which === 'a session that ends') {
    await oneStream()
    house.say('id: 1-0\nevent: over\ndata: {}\n\n')
  }
  await vi.waitFor(() => expect(onOver).toHaveBeenCalledOnce())
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(house.asked).toHaveLength(1)
})

test('without a stream it asks now and then, while somebody looks', async () => {
  const looked = tab({ locks: undefined, askEveryMs: 20 })
  const hidden = tab({ locks: undefined, askEveryMs: 20, isHidden: () => true })
  await vi.waitFor(() => expect(looked.refreshByClock.mock.calls.length).toBeGreaterThan(2))
  expect(hidden.refreshByClock).not.toHaveBeenCalled()
})

test('with a stream it asks seldom', async () => {
  const { refreshByClock } = tab({ askEveryMs: 50 })
  await oneStream()
  await vi.waitFor(() => expect(refreshByClock).toHaveBeenCalledOnce())
})

test('who has gone hears nothing more, and leaves no stream', async () => {
  const { refresh, end } = tab()
  await oneStream()
  end()
  await vi.waitFor(() => expect(house.streams).toBe(0))
  expect(refresh).not.toHaveBeenCalled()
})

test('every kind makes something old, and all of it is asked for when in doubt', () => {
  expect(Object.values(OUTDATED).every((keys) => keys.length > 0)).toBe(true)
  expect(LIVING.length).toBeGreaterThanOrEqual(Object.keys(OUTDATED).length)
})
