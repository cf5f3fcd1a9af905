import { expect, test } from 'vitest'

import type { Status } from './model'
import { type Standing, whatRuns } from './whatRuns'

const UNTIL = '2099-12-04T00:00:00+05:00'
const VALID = { expires_at: UNTIL, status: 'valid', stopped_by: null } as const

function standing(status: Status, more: Partial<Standing> = {}): Standing {
  const regime = { then_inactive: false, inactive_until: null, restored: false }
  return { status, turn: null, referral: null, stop_listed_until: null, ...regime, ...more }
}

test('a turn and a referral run until their deadlines, the stop list until its end', () => {
  expect(whatRuns(standing('notified', { turn: { deadline_at: UNTIL } }))).toEqual({ what: 'choose', until: UNTIL })
  expect(whatRuns(standing('referred', { referral: VALID }))).toEqual({ what: 'come', until: UNTIL })
  const listed = standing('stop_listed', { stop_listed_until: UNTIL, referral: { ...VALID, status: 'expired' } })
  expect(whatRuns(listed)).toEqual({ what: 'stop_list', until: UNTIL })
  const inactive = standing('inactive', { inactive_until: UNTIL, referral: { ...VALID, status: 'expired' } })
  expect(whatRuns(inactive)).toEqual({ what: 'restore', until: UNTIL })
})

test.each([
  ['referred', 'came'],
  ['papers_submitted', 'papers'],
  ['refusal_review', 'refusal'],
  ['referred', 'overruled'],
] as const)('%s: the term stands because of %s, and nobody reads a deadline', (status, why) => {
  expect(whatRuns(standing(status, { referral: { ...VALID, stopped_by: why } }))).toEqual({ what: 'stands', why })
})

test.each(['queued', 'submitted', 'enrolled', 'refused', 'removed', 'departed'] as const)(
  'nothing runs for who is %s',
  (status) => {
    const used = { ...VALID, status: status === 'enrolled' ? 'accepted' : 'expired' }
    expect(whatRuns(standing(status, { referral: used }))).toEqual({ what: 'nothing' })
  },
)
