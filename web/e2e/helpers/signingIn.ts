/** Steps that many journeys begin with. */
import type { Page } from '@playwright/test'

import type { Reader, ReaderSettings } from './ncalayer.ts'
import type { Resident, Sandbox } from './sandbox.ts'

/** By EDS, on the page of signing in; in Kazakh. */
export async function signInByKey(page: Page, reader: Reader, who: Resident, more: ReaderSettings = {}): Promise<void> {
  await reader.set({ person: who.id, ...more })
  await page.getByRole('button', { name: 'Сертификатты таңдау' }).click()
  await page.getByRole('button', { name: 'Кіру', exact: true }).click()
}

/** What a first sign-in asks for. */
export async function confirmEmail(page: Page, sandbox: Sandbox, who: Resident): Promise<void> {
  const before = await sandbox.lastMail(who.email)
  await page.getByLabel('Электрондық пошта').fill(who.email)
  await page.getByRole('button', { name: 'Код жіберу' }).click()
  await page.getByLabel('Хаттағы код').fill(await sandbox.mailCode(who.email, 8, before))
  await page.getByRole('button', { name: 'Растау' }).click()
}
