/** What a worker of a kindergarten does in a browser: journeys of theirs and of families meet in these steps. */
import type { Page } from '@playwright/test'

import { addressOf } from './journey.ts'
import type { Reader } from './ncalayer.ts'
import type { Resident, Sandbox } from './sandbox.ts'
import { confirmEmail, signInByKey } from './signingIn.ts'

/** The worker of the district's n-th kindergarten. */
export async function worker(sandbox: Sandbox, ordinal = 0): Promise<Resident> {
  const found = (await sandbox.people('worker', addressOf('KEZEK_DISTRICT')))[ordinal]
  if (!found) throw new Error('the district has no more workers')
  return found
}

/** Signs in by key and arrives in the workroom, for the first time or not. */
export async function goToWork(page: Page, sandbox: Sandbox, reader: Reader, who: Resident): Promise<void> {
  await page.goto('/staff')
  await page.waitForURL(/\/sign-in/)
  await signInByKey(page, reader, who)
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in')
  if (new URL(page.url()).pathname === '/first-email') await confirmEmail(page, sandbox, who)
  await page.waitForURL('/staff')
}
