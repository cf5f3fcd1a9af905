/** An application that was found: by its own number, by IIN or name, or by the number of its admission application. */
import { api, unwrap } from '@kezek/api'
import type { ApplicationsFindBody } from '@kezek/api'

export interface Hit {
  id: string
  number: string
  name: string
  born: string
  transfer: boolean
  /** The number of the admission application, where that was looked for. */
  admission?: string
}

/** `DDD.YYYY.N`, as people type it: no queue application is called so. */
const ADMISSION = /^\s*(?:№\s*)?\d{3}[.,/]\d{4}[.,/]\d{1,9}\s*$/

export async function find(body: ApplicationsFindBody): Promise<Hit[]> {
  const { number } = body
  if (typeof number === 'string' && ADMISSION.test(number)) return ofAdmission(number)
  const { items } = await unwrap(api.POST('/api/applications/desk/search', { body }))
  return items.map(({ application_id: id, number: own, child, birth_date: born, transfer }) => ({
    id,
    number: own,
    name: `${child.surname} ${child.given_name}`,
    born,
    transfer,
  }))
}

async function ofAdmission(number: string): Promise<Hit[]> {
  const { items } = await unwrap(api.POST('/api/referrals/desk/admissions/search', { body: { number } }))
  return items.map((found) => ({
    id: found.application_id,
    number: found.application_number,
    name: found.child_name,
    born: found.child_birth_date,
    transfer: found.transfer,
    admission: found.number,
  }))
}
