/** A number or switch of a policy in words. */
import type { QueuePolicy } from '@kezek/api'
import { type Say, useTexts } from '@kezek/i18n'

import { rulesTexts } from './texts'

export type NumberName = Exclude<keyof QueuePolicy, 'id'>
export type NumberValue = QueuePolicy[NumberName]

export function useValueWords(): (value: NumberValue) => string {
  const t = useTexts(rulesTexts)
  return (value) => inWords(value, t)
}

function inWords(value: NumberValue, t: Say<NonNullable<(typeof rulesTexts)['base']>>): string {
  if (value === null || value === undefined) return t('off')
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (value === 'referral' || value === 'voucher') return t(value)
  return String(value)
}

export interface Difference {
  name: NumberName
  was: NumberValue
  becomes: NumberValue
}

/** What differs between two policies, in the order of the first. */
export function differences(before: QueuePolicy, after: QueuePolicy): Difference[] {
  return (Object.keys(before) as (keyof QueuePolicy)[])
    .filter((name): name is NumberName => name !== 'id' && before[name] !== after[name])
    .map((name) => ({ name, was: before[name], becomes: after[name] }))
}

/** A clause as people cite it: `7.validity` is §7. */
export function numberOf(clause: string): string {
  return /^\d+(\.\d+)*/.exec(clause)?.[0] ?? clause
}
