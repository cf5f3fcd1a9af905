import { plainNumber } from './pasted'

/** Latin UO and Cyrillic УО, which look alike, and any padding (domain §3.number). */
const NUMBER = /^(\d{1,2})[.,/-]?UO[.,/-]?(\d{4})[.,/-]0*(\d{1,5})[.,/-]0*(\d{1,2})$/

/** `34.UO.2026.00001.1`, however it was written; null if it is no number of an application. */
export function plainApplicationNumber(text: string): string | null {
  const [, district = '', year = '', serial = '', ordinal = ''] = NUMBER.exec(latin(text)) ?? []
  if (year === '') return null
  return `${district.padStart(2, '0')}.UO.${year}.${serial.padStart(5, '0')}.${Number(ordinal)}`
}

/** Whether a number holds this part of one; a whole one is compared as a number. */
export function isOfNumber(number: string, part: string): boolean {
  const whole = plainApplicationNumber(part)
  return whole === null ? latin(part) !== '' && number.includes(latin(part)) : number === whole
}

function latin(text: string): string {
  return plainNumber(text).toUpperCase().replace(/[УY]/g, 'U').replace(/О/g, 'O')
}
