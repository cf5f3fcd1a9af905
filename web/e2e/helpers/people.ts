/** People that no other story signs in: the fathers of the district that these journeys have to themselves. */
import { addressOf } from './journey.ts'
import type { Resident, Sandbox } from './sandbox.ts'

export async function father(sandbox: Sandbox, ordinal: number): Promise<Resident> {
  const parents = await sandbox.people('parent', addressOf('KEZEK_DISTRICT'))
  const found = parents.filter(({ person }) => person.sex === 'male')[ordinal]
  if (!found) throw new Error('the district has no more fathers')
  return found
}
