/** What a phone marks is kept until it is answered, whatever the network does, and stays its own person's. */
import 'fake-indexeddb/auto'

import { ApiError, clientProblem, type KindergartensAnsweredMarkView } from '@kezek/api'
import { discardDrafts, unsentMarks } from '@kezek/ui'
import { afterEach, expect, test, vi } from 'vitest'

import { forgetMark, type Mark, marksOf } from './outbox'
import { Sender, type SenderParts } from './sender'

const [ONE, OTHER] = ['one', 'other'] as const
const ends: (() => void)[] = []
let count = 0

afterEach(async () => {
  for (const end of ends.splice(0)) end()
  for (const { id } of [...(await marksOf(ONE)), ...(await marksOf(OTHER))]) await forgetMark(id)
  localStorage.clear()
})

function mark(person_id: string = ONE): Mark {
  count += 1
  const at = new Date(Date.UTC(2026, 10, 30, 3, count)).toISOString()
  return { id: `mark-${String(count)}`, person_id, application_id: 'child', kind: 'arrival', at }
}

type Outcome = KindergartensAnsweredMarkView['outcome']

function answer(id: string, outcome: Outcome, code: string | null = null): KindergartensAnsweredMarkView {
  return { id, outcome, at: null, code }
}

function phone(send: SenderParts['send'], personId: string = ONE) {
  const shown = vi.fn<SenderParts['onChange']>()
  const onTaken = vi.fn(() => Promise.resolve())
  const sender = new Sender({ personId, onChange: shown, onTaken, firstPauseMs: 5, ...(send && { send }) })
  ends.push(sender.start())
  return { sender, shown, onTaken }
}

test('a mark is on the phone before it is sent, stays while the network fails, and goes once it is answered', async () => {
  const told: string[][] = []
  const send = vi.fn(async (_: string, marks: readonly Mark[]) => {
    told.push((await marksOf(ONE)).map(({ id }) => id))
    if (told.length < 4) throw new ApiError(clientProblem('offline'))
    return marks.map(({ id }) => answer(id, told.length === 4 ? 'kept' : 'kept_before'))
  })
  const { sender, onTaken } = phone(send)
  const [first, second] = [mark(), mark()]
  await sender.add(first)
  await sender.add(second)
  expect(unsentMarks()).toBe(2)
  await vi.waitFor(async () => expect(await marksOf(ONE)).toEqual([]))
  expect(told[0]).toContain(first.id)
  expect(send.mock.calls.at(-1)?.[0]).toBe(ONE)
  await vi.waitFor(() => expect(unsentMarks()).toBe(0))
  expect(onTaken).toHaveBeenCalled()
})

test('what is refused is shown until it is read, and not sent again', async () => {
  const send = vi.fn((_: string, marks: readonly Mark[]) =>
    Promise.resolve(marks.map(({ id }) => answer(id, 'refused', 'mark_not_entrusted'))),
  )
  const { sender, shown } = phone(send)
  const one = mark()
  await sender.add(one)
  await vi.waitFor(() => expect(shown.mock.calls.at(-1)?.[0]).toEqual([{ ...one, refused: 'mark_not_entrusted' }]))
  await sender.flush()
  expect([send.mock.calls.length, unsentMarks()]).toEqual([1, 0])
  await sender.dismiss(one.id)
  expect(await marksOf(ONE)).toEqual([])
})

test('who signs out leaves nothing that was refused, and what was not sent yet', async () => {
  const [refused, unsent] = [mark(), mark()]
  const send = vi.fn((_: string, marks: readonly Mark[]) =>
    marks[0]?.id === refused.id
      ? Promise.resolve([answer(refused.id, 'refused', 'mark_too_old')])
      : Promise.reject(new ApiError(clientProblem('offline'))),
  )
  const { sender, shown } = phone(send)
  await sender.add(refused)
  await vi.waitFor(() => expect(shown.mock.calls.at(-1)?.[0]).toEqual([{ ...refused, refused: 'mark_too_old' }]))
  await sender.add(unsent)
  discardDrafts()
  expect(await marksOf(ONE)).toEqual([unsent])
  expect(JSON.stringify(localStorage)).not.toContain(refused.id)
})

test('whoever comes next neither sees nor sends the marks of who was here before', async () => {
  const never = vi.fn(() => Promise.reject(new ApiError(clientProblem('offline'))))
  const before = phone(never)
  await before.sender.add(mark())
  for (const end of ends.splice(0)) end()
  const send = vi.fn(() => Promise.resolve([]))
  const { sender, shown } = phone(send, OTHER)
  await vi.waitFor(() => expect(shown.mock.calls.at(-1)).toEqual([[], false]))
  await sender.flush()
  expect(send).not.toHaveBeenCalled()
  expect(await marksOf(ONE)).toHaveLength(1)
})

test('the network’s coming back sends at once', async () => {
  let online = false
  const send = vi.fn((_: string, marks: readonly Mark[]) =>
    online
      ? Promise.resolve(marks.map(({ id }) => answer(id, 'kept')))
      : Promise.reject(new ApiError(clientProblem('offline'))),
  )
  const sender = new Sender({ personId: ONE, onChange: vi.fn(), onTaken: () => Promise.resolve(), send })
  ends.push(sender.start())
  await sender.add(mark())
  await vi.waitFor(() => expect(send).toHaveBeenCalledOnce())
  online = true
  dispatchEvent(new Event('online'))
  await vi.waitFor(async () => expect(await marksOf(ONE)).toEqual([]))
})
