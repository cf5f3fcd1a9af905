/** The parts of the system as the API names them; each answers for itself. */
export const SERVICES = [
  'auth',
  'applications',
  'queue',
  'referrals',
  'kindergartens',
  'notifications',
  'documents',
] as const

export type Service = (typeof SERVICES)[number]
