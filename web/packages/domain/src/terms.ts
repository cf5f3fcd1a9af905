/** What the regime makes of a term that a family lets pass (domain §6.6, §7, §9.profiles). */
export interface Regime {
  /** By vouchers: the application is inactive then, or the child removed where it was restored once before. */
  then_inactive: boolean
  restored: boolean
}

/** The word for what follows if the family lets the term of its turn, or of its referral, pass. */
export function afterTerm<Term extends 'choose' | 'come' | 'accept'>(term: Term, regime: Regime) {
  if (!regime.then_inactive) return `${term}After` as const
  return regime.restored ? (`${term}ThenRemoved` as const) : (`${term}ThenInactive` as const)
}
