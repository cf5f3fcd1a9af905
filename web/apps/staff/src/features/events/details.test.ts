import { expect, test } from 'vitest'

import { detailsOf } from './details'

test('what is not known is left out; what is nested is told whole', () => {
  expect(detailsOf({ method: 'eds', more: 7, by: null, tried: [{ at: 'a' }] })).toEqual([
    { name: 'method', value: 'eds' },
    { name: 'more', value: '7' },
    { name: 'tried', value: '[{"at":"a"}]' },
  ])
})
