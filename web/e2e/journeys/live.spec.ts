import type { Page } from '@playwright/test'

import { addressOf, DESKTOP, expect, test } from '../helpers/journey.ts'
import { father } from '../helpers/people.ts'
import type { Reader } from '../helpers/ncalayer.ts'
import type { Resident, Sandbox } from '../helpers/sandbox.ts'
import { confirmEmail, signInByKey } from '../helpers/signingIn.ts'

/** Two seconds on a machine with nothing else to do. */
const SOON = { timeout: 6_000 }
const PAGE = '/settings/sessions'

test.describe('on a desktop', () => {
  test.use(DESKTOP)

  test('what happens elsewhere appears in every tab by one stream, and an ended session is over at once', async ({
    page,
    context,
    sandbox,
    reader,
    browser,
  }) => {
    const who = await father(sandbox, 6)
    const streams: string[] = []
    context.on('request', (request) => {
      if (new URL(request.url()).pathname === '/api/auth/live') streams.push(request.url())
    })
    await signIn(page, sandbox, reader, who)
    await page.request.delete('/api/auth/sessions?others_only=true')
    await page.goto(PAGE)
    const tab = await context.newPage()
    await tab.goto(PAGE)
    for (const each of [page, tab]) await expect(each.getByText('Басқа жерде кірмегенсіз.')).toBeVisible()
    expect(streams.length).toBeLessThanOrEqual(2) // of the page before, and of this one

    const elsewhere = await browser.newPage({ ...DESKTOP, baseURL: addressOf('KEZEK_PUBLIC_URL') })
    await signIn(elsewhere, sandbox, reader, who)
    for (const each of [page, tab]) await expect(each.getByText('Басқа жерде кірмегенсіз.')).toBeHidden(SOON)

    expect((await elsewhere.request.delete('/api/auth/sessions?others_only=true')).ok()).toBe(true)
    for (const each of [page, tab]) await expect(each).toHaveURL(/\/sign-in\?/, SOON)
    await elsewhere.close()
  })
})

async function signIn(page: Page, sandbox: Sandbox, reader: Reader, who: Resident): Promise<void> {
  await page.goto(`/sign-in?way=eds&next=${encodeURIComponent(PAGE)}`)
  await signInByKey(page, reader, who)
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in')
  if (new URL(page.url()).pathname === '/first-email') await confirmEmail(page, sandbox, who)
  await page.waitForURL(PAGE)
}
