/** What an officer of the education department does in a browser, in Kazakh. */
import { expect, type Page } from '@playwright/test'

import type { Reader } from './ncalayer.ts'
import type { Resident, Sandbox } from './sandbox.ts'
import { confirmEmail, signInByKey } from './signingIn.ts'

export async function officerOf(sandbox: Sandbox, fits: (district: string) => boolean): Promise<Resident> {
  const found = (await sandbox.people('officer')).find(({ district }) => fits(district))
  if (!found) throw new Error('no such officer')
  return found
}

/** Signs in by key and arrives at the sections of staff, for the first time or not. */
export async function goToDesk(page: Page, sandbox: Sandbox, reader: Reader, who: Resident): Promise<void> {
  await page.goto('/sign-in?way=eds&next=%2Fstaff')
  await signInByKey(page, reader, who)
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in')
  if (new URL(page.url()).pathname === '/first-email') await confirmEmail(page, sandbox, who)
  await page.waitForURL('/staff')
}

/** Looks for an application by its number; the link to it. */
export async function findByNumber(page: Page, number: string) {
  await page.goto('/staff/find')
  await page.getByLabel('Өтініш нөмірі').fill(number)
  await page.getByRole('button', { name: 'Іздеу' }).click()
  await expect(page.getByRole('button', { name: 'Іздеу' })).toBeVisible()
  return page.getByRole('link', { name: /^№ .* өтінішті ашу$/ })
}
