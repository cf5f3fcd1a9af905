/** People that no other story signs in: the fathers of the district that these journeys have to themselves, and families. */
import type { Page } from '@playwright/test'

import { addressOf } from './journey.ts'
import type { Resident, Sandbox } from './sandbox.ts'

export async function father(sandbox: Sandbox, ordinal: number): Promise<Resident> {
  const parents = await sandbox.people('parent', addressOf('KEZEK_DISTRICT'))
  const found = parents.filter(({ person }) => person.sex === 'male')[ordinal]
  if (!found) throw new Error('the district has no more fathers')
  return found
}

export interface Family {
  mother: Resident
  child: Resident
}

/** A mother who has signed in before, and her child for whom nobody has applied yet. */
export async function family(sandbox: Sandbox, ordinal: number): Promise<Family> {
  const [mother, child] = addressOf('KEZEK_FAMILIES').split(',')[ordinal]?.split(':') ?? []
  if (mother === undefined || child === undefined) throw new Error('no more families are kept for these journeys')
  return { mother: await sandbox.person(mother), child: await sandbox.person(child) }
}

/** As the register writes it, surname first. */
export function fullName({ person }: Resident, language: 'kk' | 'ru' = 'kk'): string {
  const { surname, given, patronymic } = person.name[language]
  return [surname, given, patronymic].filter(Boolean).join(' ')
}

/** Whom one applies for, by the IIN: siblings may have one name by chance. */
export async function ticksChild(page: Page, { person }: Resident): Promise<void> {
  await page.locator(`:has(> input[value="${person.iin}"]) label`).click()
}
