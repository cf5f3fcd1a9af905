import type { QueuePoliciesView, QueuePolicy, QueuePolicyFormView } from '@kezek/api'
import { expect, test } from 'vitest'

import { holdingOn, inAddress, numbersIn, typedIn, typedOf, wrongIn } from './numbers'

type Field = QueuePolicyFormView['groups'][number]['numbers'][number]

const text = { kk: 'а', ru: 'б', en: 'c' }
const field = (name: string, kind: Field['kind'], rest: Partial<Field> = {}): Field => ({
  name,
  text,
  kind,
  least: kind === 'number' ? 0 : null,
  most: kind === 'number' ? 120 : null,
  optional: false,
  clause: '6.2',
  ...rest,
})
const FORM: QueuePolicyFormView = {
  groups: [
    {
      text,
      numbers: [
        field('profile', 'profile'),
        field('numbered_categories', 'switch'),
        field('sorted_anew_on', 'day_of_year', { optional: true }),
        field('called_from_months', 'number'),
        field('called_below_months', 'number'),
        field('free_choice_hour', 'number', { optional: true, most: 23 }),
        field('distribution_in_rounds', 'switch'),
        field('restorable_calendar_days', 'number', { optional: true }),
      ],
    },
  ],
  profiles: [],
}
const BEFORE = {
  id: 'default-1',
  profile: 'referral',
  numbered_categories: false,
  sorted_anew_on: null,
  called_from_months: 24,
  called_below_months: 72,
  free_choice_hour: null,
  distribution_in_rounds: false,
  restorable_calendar_days: null,
} as unknown as QueuePolicy
const typed = (changed: Record<string, string> = {}) => ({ ...typedOf(FORM, BEFORE), ...changed })

test('the address keeps what differs, and gives it back', () => {
  const changed = typed({ called_from_months: '18', free_choice_hour: '9' })
  const address = inAddress(changed, FORM, BEFORE)
  expect(address).toEqual({ called_from_months: '18', free_choice_hour: '9' })
  expect(typedIn(new URLSearchParams(address), FORM, BEFORE)).toEqual(changed)
})

test('what is typed becomes what the API takes', () => {
  const sent = numbersIn(
    FORM,
    typed({ numbered_categories: 'yes', sorted_anew_on: '06-30', called_from_months: ' 18 ' }),
  )
  expect(sent).toMatchObject({
    profile: 'referral',
    numbered_categories: true,
    sorted_anew_on: '06-30',
    called_from_months: 18,
    free_choice_hour: null,
  })
})

test.each([
  [{}, {}],
  [{ called_from_months: '' }, { called_from_months: 'number' }],
  [{ called_from_months: '121' }, { called_from_months: 'number' }],
  [{ called_from_months: '2,5' }, { called_from_months: 'number' }],
  [{ free_choice_hour: '24' }, { free_choice_hour: 'number' }],
  [{ free_choice_hour: '' }, {}],
  [{ sorted_anew_on: '30-06' }, { sorted_anew_on: 'day' }],
  [{ called_from_months: '72' }, { called_from_months: 'ages' }],
  [{ numbered_categories: 'yes' }, { sorted_anew_on: 'sorting' }],
  [{ sorted_anew_on: '06-30' }, { sorted_anew_on: 'sorting' }],
  [{ distribution_in_rounds: 'yes', restorable_calendar_days: '28' }, { distribution_in_rounds: 'rounds' }],
  [
    { distribution_in_rounds: 'yes', numbered_categories: 'yes', sorted_anew_on: '06-30' },
    { distribution_in_rounds: 'rounds' },
  ],
  [
    {
      distribution_in_rounds: 'yes',
      numbered_categories: 'yes',
      sorted_anew_on: '06-30',
      restorable_calendar_days: '28',
    },
    {},
  ],
])('%o is judged as the API would', (changed, wrong) => {
  expect(wrongIn(FORM, typed(changed))).toEqual(wrong)
})

test('a change is compared with the version that holds on its day', () => {
  const version = (id: string, in_force_from: string) => ({ policy: { ...BEFORE, id }, in_force_from })
  const policies = {
    in_force: version('a', '2026-01-01'),
    coming: [version('b', '2026-12-10'), version('c', '2027-01-10')],
    history: [],
  } as unknown as QueuePoliciesView
  expect(holdingOn('2026-12-09', policies).id).toBe('a')
  expect(holdingOn('2026-12-10', policies).id).toBe('b')
  expect(holdingOn('2027-02-01', policies).id).toBe('c')
})
