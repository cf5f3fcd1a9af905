import { expect, test } from 'vitest'

import { inAddress, wantedBy } from './wanted'

test('the filters and the order of the table are asked for by the names of the API', () => {
  const filters = {
    iin: '210101 699902',
    born: '2022-03-01',
    language: 'kk',
    name: ' Әли ',
    left: '0002-01-01',
    kind: '',
  }
  expect(wantedBy(true, { filters, sort: { key: 'left', descending: true } })).toEqual({
    present: true,
    iin: '210101699902',
    born_from: '2022-03-01',
    born_to: '2022-03-01',
    language: 'kk',
    name: 'Әли',
    sort: 'left',
    descending: true,
  })
})

test('a file is asked for in the same words, but for what names a child', () => {
  expect(inAddress(false, { filters: { group_year: '2022', iin: '2101', name: 'Әли' }, sort: null })).toEqual({
    present: 'false',
    group_year: '2022',
    sort: 'name',
    descending: 'false',
  })
})
