import { expect, test } from 'vitest'

import { wantedBy } from './wanted'

test('the filters and the order of the table are asked for by the names of the API', () => {
  const filters = { kindergarten: '7', confirmed_at: '2026-12-01', language: 'kk', total: '3', state: '' }
  expect(wantedBy({ filters, sort: { key: 'free', descending: true } })).toEqual({
    kindergarten_id: '7',
    confirmed_from: '2026-12-01',
    confirmed_to: '2026-12-01',
    language: 'kk',
    total: '3',
    sort: 'free',
    descending: true,
  })
})

test.each(['', ' ', 'three', '-1', '1000'])('what is no number of places is not asked for: %s', (free) => {
  expect(wantedBy({ filters: { free }, sort: null })).toEqual({})
})
