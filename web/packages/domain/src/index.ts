export { type Language, LANGUAGES, type Words, isLanguage } from './language'
export { type Day, type Moment, dayOf, endOf, isoDay, momentOf, msOf, weekday } from './days'
export {
  formatDate,
  formatDay,
  formatDeadline,
  formatHour,
  formatMoment,
  formatNumeric,
  formatOnDay,
  formatSince,
  formatToSecond,
  formatWeekday,
} from './dates'
export { formatSpan, secondsUntil } from './spans'
export { formatNumber } from './numbers'
export { birthDay, formatIin, plainBin, plainIin } from './iin'
export { formatPhone, maskPhone, phoneLink, plainPhone } from './phones'
export { plainEmail } from './emails'
export { plainIdentityNumber } from './identityNumbers'
export { isOfNumber, plainApplicationNumber } from './applicationNumbers'
export { compact, plainNumber, withoutMarks } from './pasted'
export { newId } from './ids'
export { POLICY } from './policy'
export { compareTexts, sortedBy } from './sorting'
export { afterTerm, type Regime } from './terms'
