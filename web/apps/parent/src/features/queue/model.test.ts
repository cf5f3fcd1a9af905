import type { QueuePositionView } from '@kezek/api'
import { expect, test } from 'vitest'

import { rowBefore, sentence } from './model'

function position(extraordinary: number, priority: number, general: number, owed: number, transfer = 0) {
  const ahead = { extraordinary, priority, general, transfer }
  return { ahead, owed, generals_per_priority: 3, categories: [] as unknown } as QueuePositionView
}

const CATEGORIES = (['extraordinary', 'priority', 'general'] as const).map((queue_class) => ({ queue_class }))

const letters = (row: string[]) => row.map((each) => each[0]).join('')

test.each([
  [position(2, 2, 4, 0), 'eepgggpg'],
  [position(0, 2, 5, 3), 'gggpggp'],
  [position(0, 3, 1, 2), 'gppp'],
  [position(0, 0, 4, 2), 'gggg'],
  [position(0, 0, 0, 2), ''],
  [position(1, 2, 1, 0, 2), 'epgptt'],
])('the row is in the order in which children are called', (at, row) => {
  expect(letters(rowBefore(at, 40))).toBe(row)
})

test('by numbered categories all of one come before the next, whatever is owed', () => {
  const numbered = { ...position(1, 3, 4, 2), categories: CATEGORIES } as QueuePositionView
  expect(letters(rowBefore(numbered, 40))).toBe('epppgggg')
})

test('a long row is cut', () => {
  expect(rowBefore(position(0, 0, 1000, 0), 39)).toHaveLength(39)
})

test.each([
  [{ change: 'left', reason: 'turn_started', in_turn: false, more: false }, 'before_called'],
  [{ change: 'left', reason: 'withdrawn', in_turn: true, more: false }, 'turn_left'],
  [{ change: 'changed', reason: 'benefit_confirmed', in_turn: false, more: true }, 'before_came'],
  [{ change: 'changed', reason: 'benefit_expired', in_turn: true, more: false }, 'turn_went'],
  [{ change: 'moved_away', reason: 'queue_changed', in_turn: false, more: false }, 'before_went'],
  [{ change: 'returned', reason: 'stop_list_over', in_turn: false, more: true }, 'before_returned'],
] as const)('each change has its sentence', (change, expected) => {
  expect(sentence(change as Parameters<typeof sentence>[0])).toBe(expected)
})
