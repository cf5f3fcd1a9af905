import { expect, test } from 'vitest'

import { afterTerm } from './terms'

test('what follows from a term let pass is said by the regime, and by what was restored before', () => {
  expect(afterTerm('choose', { then_inactive: false, restored: false })).toBe('chooseAfter')
  expect(afterTerm('come', { then_inactive: false, restored: true })).toBe('comeAfter')
  expect(afterTerm('choose', { then_inactive: true, restored: false })).toBe('chooseThenInactive')
  expect(afterTerm('come', { then_inactive: true, restored: true })).toBe('comeThenRemoved')
})
