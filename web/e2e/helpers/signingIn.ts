/** Steps that many journeys begin with. */
import type { Page } from '@playwright/test'

import type { Reader, ReaderSettings } from './ncalayer.ts'
import type { Resident, Sandbox } from './sandbox.ts'

/** By EDS, on the page of signing in; in Kazakh. */
export async function signInByKey(page: Page, reader: Reader, who: Resident, more: ReaderSettings = {}): Promise<void> {
  await reader.set({ person: who.id, ...more })
  await unfoldKeys(page)
  await page.getByRole('button', { name: 'Сертификатты таңдау' }).click()
  await page.getByRole('button', { name: 'Кіру', exact: true }).click()
}

/** No phone has NCALayer, so there signing in by key is folded. */
async function unfoldKeys(page: Page): Promise<void> {
  const fold = page.getByText('Осы құрылғыда ЭЦҚ-мен кіру')
  const choose = page.getByRole('button', { name: 'Сертификатты таңдау' })
  await fold.or(choose).first().waitFor()
  if (!(await choose.isVisible())) await fold.click()
}

/** What a first sign-in asks for. */
export async function confirmEmail(page: Page, sandbox: Sandbox, who: Resident): Promise<void> {
  const before = await sandbox.lastMail(who.email)
  await page.getByLabel('Электрондық пошта').fill(who.email)
  await page.getByRole('button', { name: 'Код жіберу' }).click()
  await page.getByLabel('Хаттағы код').fill(await sandbox.mailCode(who.email, 8, before))
  await page.getByRole('button', { name: 'Растау' }).click()
}
