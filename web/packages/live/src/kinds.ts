/** Which questions a hint makes old, by how their keys begin: the service, and what is asked of it. */
import type { AuthLiveHint } from '@kezek/api'

export type Kind = AuthLiveHint['kind']
export type Key = readonly string[]

export const OUTDATED: Readonly<Record<Kind, readonly Key[]>> = {
  application: [
    ['applications', 'journal'],
    ['applications', 'application'],
  ],
  position: [['queue']],
  candidate: [['referrals']],
  places: [['referrals', 'places']],
  referral: [['referrals']],
  vacancy: [
    ['kindergartens', 'vacancies'],
    ['kindergartens', 'own-vacancies'],
  ],
  roster: [['kindergartens', 'roster']],
  account_request: [
    ['kindergartens', 'account-requests'],
    ['kindergartens', 'account-request'],
  ],
  message: [['notifications']],
  document: [['documents']],
  account: [
    ['auth', 'sessions'],
    ['auth', 'events'],
  ],
}

/** Every question that changes by itself. */
export const LIVING: readonly Key[] = Object.values(OUTDATED).flat()

export function isKind(kind: unknown): kind is Kind {
  return typeof kind === 'string' && kind in OUTDATED
}
