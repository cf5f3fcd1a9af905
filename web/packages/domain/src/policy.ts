/**
 * The numbers of the shipped policy (domain §9) that help tells, for the moment in which the district's own are not
 * known. A page that shows one child's own term takes what the API answers.
 */
export const POLICY = {
  choiceDays: 3, // domain §6.2
  referralDays: 5, // domain §7
  stopListDays: 10, // domain §7
  missesUntilRemoval: 3, // domain §7
  cancelHours: 24, // domain §7
  swapDays: 14, // domain §7
  reviewDays: 3, // domain §3.review
  generals: 3, // domain §5.2
  fromMonths: 24, // domain §5.5
  belowMonths: 72, // domain §5.5
  maxPlaces: 100, // domain §6.1
  ageingDays: 30, // domain §4.ends
  quietFrom: 22, // domain §6.2
  quietUntil: 8, // domain §6.2
  files: 3, // domain §8.papers
  megabytes: 10, // domain §8.papers
  escorts: 5, // domain §8.escorts
  escorted: 5, // domain §8.escorts
  escortYears: 16, // domain §8.escorts
} as const
