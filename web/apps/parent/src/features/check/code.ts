/** The code of a paper in what people type or paste: the code alone, or the address that holds it. */
import { compact, plainNumber } from '@kezek/domain'

export type Read = { code: string } | 'missing' | 'isNumber' | 'notCode'

export function readCode(typed: string): Read {
  const plain = compact(typed).toLowerCase()
  if (plain === '') return 'missing'
  const [, inAddress] = /\/check\/([^/?#]*)/.exec(plain) ?? []
  const code = inAddress ?? plain
  if (/^[a-z2-7]{26}$/.test(code)) return { code }
  return /^\d{10}$/.test(plainNumber(typed)) ? 'isNumber' : 'notCode'
}
