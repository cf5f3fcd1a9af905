import { expect, test } from 'vitest'

import { queuesOf } from './counts'

const queue = (district: string, kind: 'general' | 'correctional', year: number, many: number) => ({
  queue: { district, kind, group_year: year },
  waiting: many,
  by_class: { extraordinary: 0, priority: 1, general: many - 1, transfer: 0 },
  called: 1,
  free: 2,
  free_choice: 0,
})

test('queues of several districts stand together below what all come to', () => {
  const rows = queuesOf([
    queue('1110', 'general', 2022, 10),
    queue('1110', 'correctional', 2023, 3),
    queue('1116', 'general', 2022, 5),
    queue('1116', 'general', 2023, 7),
  ])
  expect(rows.map(({ key, waiting }) => [key, waiting])).toEqual([
    ['all', 25],
    ['general.2023', 7],
    ['general.2022', 15],
    ['correctional.2023', 3],
  ])
  expect(rows[0]).toMatchObject({ by_class: { priority: 4, general: 21 }, called: 4, free: 8, kind: null })
})

test('where there is no queue there is no sum', () => {
  expect(queuesOf([])).toEqual([])
})
