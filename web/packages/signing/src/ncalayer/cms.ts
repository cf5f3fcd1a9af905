/** One spelling for a CMS: base64 of DER on one line, whether it came as that or as PEM. */
import { NcalayerError } from './failure'

const ARMOUR = /^-----BEGIN (CMS|PKCS7)-----(.*)-----END \1-----$/s
/** The first byte of every CMS, 0x30, in base64. */
const SEQUENCE = /^M[A-P]/

export function normaliseCms(text: string): string {
  const body = text.replace(/^\uFEFF/, '').trim()
  const base64 = (ARMOUR.exec(body)?.[2] ?? body).replace(/\s+/g, '')
  if (!isBase64(base64) || !SEQUENCE.test(base64)) throw new NcalayerError('protocol', 'the answer is no CMS')
  return base64
}

function isBase64(text: string): boolean {
  try {
    return btoa(atob(text)) === text
  } catch {
    return false
  }
}
