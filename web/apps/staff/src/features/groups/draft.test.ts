import { expect, test } from 'vitest'

import { groupIn, typedIn, wrongIn } from './draft'

const GOOD = { group_year: '2022', language: 'kk', kind: 'general', norm: '25', earlier: '3' }

test('what is typed becomes a group; an empty norm is none', () => {
  expect(groupIn(GOOD)).toEqual({ group_year: 2022, language: 'kk', kind: 'general', norm: 25, earlier: 3 })
  expect(groupIn({ ...GOOD, norm: ' ' })?.norm).toBeNull()
})

test.each([{ norm: '501' }, { norm: '-1' }, { earlier: '' }, { language: 'de' }, { group_year: '22' }])(
  '%o is wrong',
  (wrong) => {
    expect(groupIn({ ...GOOD, ...wrong })).toBeNull()
    expect(Object.values(wrongIn({ ...GOOD, ...wrong }))).toContain(true)
  },
)

test('an empty form asks for an ordinary group without anybody from before', () => {
  expect(typedIn(new URLSearchParams())).toEqual({
    group_year: '',
    language: '',
    kind: 'general',
    norm: '',
    earlier: '0',
  })
})
