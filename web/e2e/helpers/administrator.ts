/** What administrators do in journeys, in their own pages. */
import { expect, type Page } from '@playwright/test'

import type { Reader } from './ncalayer.ts'
import type { Resident, Sandbox } from './sandbox.ts'
import { confirmEmail, signInByKey } from './signingIn.ts'

/** Signs the region's administrator in, in Kazakh; ends on the home page of the staff. */
export async function signInAsAdministrator(page: Page, sandbox: Sandbox, reader: Reader): Promise<Resident> {
  const [administrator] = await sandbox.people('administrator')
  if (!administrator) throw new Error('nobody administers')
  await page.goto('/sign-in?way=eds')
  await signInByKey(page, reader, administrator)
  await page.waitForURL(/\/(staff|first-email)/)
  if (page.url().includes('first-email')) await confirmEmail(page, sandbox, administrator)
  await page.waitForURL('/staff')
  return administrator
}

/** Approves a request for an account as a new kindergarten, from the home page of the staff, in Kazakh. */
export async function approveAsNew(page: Page, number: string, english: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: 'Есептік жазба сұраулары' }).click()
  await page.getByRole('link', { name: `Қарау: № ${number}` }).click()
  await page.getByText('Жаңа балабақша ретінде мақұлдау').click()
  await page.getByLabel('Атауы, ағылшынша').fill(english)
  await page.getByLabel('Мекенжайы, ағылшынша').fill(english)
  await page.getByRole('button', { name: 'Мақұлдау' }).click()
  await expect(page.getByText('Сұрау мақұлданды.')).toBeVisible()
}
