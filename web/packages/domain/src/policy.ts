/**
 * The numbers of the shipped policy (domain §9) as help tells them. A page that shows one child's own term takes what
 * the API answers.
 */
export const POLICY = {
  choiceDays: 3, // domain §6.2
  referralDays: 5, // domain §7
  stopListDays: 10, // domain §7
  missesUntilRemoval: 3, // domain §7
  cancelHours: 24, // domain §7
} as const
