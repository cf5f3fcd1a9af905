import { compact } from './pasted'

const PHONE = /^(?:tel:)?\+?[78]?(7\d{9})$/i

/** A phone of Kazakhstan as the API keeps it, `7XXXXXXXXXX`; typed with +7, with 8, with neither, in brackets. Null if it is none. */
export function plainPhone(text: string): string | null {
  const found = PHONE.exec(compact(text).replace(/[().]/g, ''))
  return found?.[1] === undefined ? null : `7${found[1]}`
}

/** +7 799 900 00 07; what is no phone stays as it is. */
export function formatPhone(phone: string): string {
  return phone.replace(/^\+?(7)(\d{3})(\d{3})(\d{2})(\d{2})$/, '+$1\u00a0$2\u00a0$3\u00a0$4\u00a0$5')
}

/** The address of a link that calls it. */
export function phoneLink(phone: string): string {
  return `tel:+${phone.replace(/\D/g, '')}`
}

/** +7 799 ••• •• 22: enough to know the own number again. */
export function maskPhone(phone: string): string {
  return phone.replace(/^\+?(7)(\d{3})\d{5}(\d{2})$/, '+$1\u00a0$2\u00a0•••\u00a0••\u00a0$3')
}
