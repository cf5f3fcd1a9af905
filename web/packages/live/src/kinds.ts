/** Which questions a hint makes old, by how their keys begin: the service, and what is asked of it. */
import type { AuthLiveHint } from '@kezek/api'

export type Kind = AuthLiveHint['kind']
export type Key = readonly string[]

export const OUTDATED: Readonly<Record<Kind, readonly Key[]>> = {
  application: [
    ['applications', 'journal'],
    ['applications', 'application'],
    ['applications', 'contacts'],
  ],
  position: [['queue']],
  candidate: [['referrals']],
  places: [
    ['referrals', 'places'],
    ['referrals', 'choices'],
  ],
  referral: [['referrals'], ['admissions']],
  vacancy: [
    ['kindergartens', 'vacancies'],
    ['kindergartens', 'own-vacancies'],
    ['kindergartens', 'groups'],
  ],
  roster: [
    ['kindergartens', 'roster'],
    ['kindergartens', 'groups'],
  ],
  swap: [
    ['kindergartens', 'own-enrolments'],
    ['kindergartens', 'swaps'],
    ['kindergartens', 'roster'],
  ],
  escort: [
    ['kindergartens', 'own-escorts'],
    ['kindergartens', 'child-escorts'],
  ],
  attendance: [
    ['kindergartens', 'entrusted'],
    ['kindergartens', 'child-attendance'],
    ['kindergartens', 'attendance'],
  ],
  account_request: [
    ['kindergartens', 'account-requests'],
    ['kindergartens', 'account-request'],
  ],
  message: [['notifications']],
  document: [['documents']],
  desk: [['applications', 'desk'], ['applications', 'due'], ['refusals']],
  account: [
    ['auth', 'sessions'],
    ['auth', 'events'],
    ['applications', 'contacts'],
  ],
}

/** What moves with a queue. */
export const OF_QUEUES: readonly Key[] = [...OUTDATED.position, ...OUTDATED.places]

/** Every question that changes by itself. */
export const LIVING: readonly Key[] = Object.values(OUTDATED).flat()

/** Whose answers are written to the reading log, which families read: asked for by people and by hints, not by the clock. */
const LOGGED = new Set([
  'kindergartens,roster',
  'kindergartens,swaps',
  'kindergartens,child-escorts',
  'kindergartens,attendance',
  'kindergartens,account-request',
  'kindergartens,own-vacancies',
  'applications,desk',
  'refusals',
  'admissions',
])

/** What may be asked for by the clock. */
export const BY_CLOCK: readonly Key[] = LIVING.filter((key) => !LOGGED.has(key.join()))

export function isKind(kind: unknown): kind is Kind {
  return typeof kind === 'string' && kind in OUTDATED
}
