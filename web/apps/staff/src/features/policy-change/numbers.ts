/**
 * The numbers of a policy as they are typed. What differs from the policy of before stands in the address: it names
 * nobody, and a reload or a way back loses nothing.
 */
import type { QueuePoliciesView, QueuePolicy, QueuePolicyFormView, QueuePolicyNumbers } from '@kezek/api'

import type { NumberName } from '../../shared/rules/values'

/** By name; a switch is 'yes' or 'no', what is off is empty. */
export type Typed = Readonly<Record<string, string>>

type Field = QueuePolicyFormView['groups'][number]['numbers'][number]

const DAY_OF_YEAR = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

export function fieldsOf({ groups }: QueuePolicyFormView): readonly Field[] {
  return groups.flatMap(({ numbers }) => numbers)
}

/** The version that holds on a day, by what holds now and what is coming. */
export function holdingOn(day: string, { in_force, coming }: QueuePoliciesView): QueuePolicy {
  return (coming.filter(({ in_force_from }) => in_force_from <= day).at(-1) ?? in_force).policy
}

export function typedOf(form: QueuePolicyFormView, policy: QueuePolicy): Typed {
  return Object.fromEntries(fieldsOf(form).map(({ name }) => [name, textOf(policy[name as NumberName])]))
}

function textOf(value: QueuePolicy[NumberName]): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value ?? '')
}

/** What was typed, as the address keeps it. */
export function typedIn(params: URLSearchParams, form: QueuePolicyFormView, before: QueuePolicy): Typed {
  const base = typedOf(form, before)
  return Object.fromEntries(Object.entries(base).map(([name, value]) => [name, params.get(name) ?? value]))
}

/** Only what differs. */
export function inAddress(typed: Typed, form: QueuePolicyFormView, before: QueuePolicy): Record<string, string> {
  const base = typedOf(form, before)
  return Object.fromEntries(Object.entries(typed).filter(([name, value]) => value.trim() !== base[name]))
}

export type Wrong = 'number' | 'day' | 'ages' | 'sorting' | 'rounds'

/** What is wrong, by field; the API would say the same. */
export function wrongIn(form: QueuePolicyFormView, typed: Typed): Readonly<Record<string, Wrong>> {
  const wrong = fieldsOf(form).flatMap((field): [string, Wrong][] => {
    const found = wrongOf(field, typed[field.name] ?? '')
    return found ? [[field.name, found]] : []
  })
  if (wrong.length > 0) return Object.fromEntries(wrong)
  if (Number(typed.called_from_months) >= Number(typed.called_below_months)) return { called_from_months: 'ages' }
  const sorted = (typed.sorted_anew_on ?? '').trim() !== ''
  if (sorted !== (typed.numbered_categories === 'yes')) return { sorted_anew_on: 'sorting' }
  const restores = (typed.restorable_calendar_days ?? '').trim() !== ''
  return typed.distribution_in_rounds !== 'yes' || (sorted && restores) ? {} : { distribution_in_rounds: 'rounds' }
}

function wrongOf({ kind, optional, least, most }: Field, text: string): Wrong | null {
  const plain = text.trim()
  if (plain === '' && optional) return null
  if (kind === 'day_of_year') return DAY_OF_YEAR.test(plain) ? null : 'day'
  if (kind !== 'number') return null
  const within = /^\d{1,4}$/.test(plain) && Number(plain) >= (least ?? 0) && Number(plain) <= (most ?? Infinity)
  return within ? null : 'number'
}

/** As the API takes them; only where `wrongIn` finds nothing. */
export function numbersIn(form: QueuePolicyFormView, typed: Typed): QueuePolicyNumbers {
  const values = fieldsOf(form).map((field) => [field.name, valueOf(field, (typed[field.name] ?? '').trim())])
  return Object.fromEntries(values) as QueuePolicyNumbers
}

function valueOf({ kind }: Field, text: string): string | number | boolean | null {
  if (kind === 'switch') return text === 'yes'
  if (text === '') return null
  return kind === 'number' ? Number(text) : text
}
