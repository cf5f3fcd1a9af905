/** By vouchers: a place is declined, an inactive application restored. A story that moves the clock plays it alone. */
import { expect, type Page } from '@playwright/test'

import { addressOf, PHONE, test } from '../helpers/journey.ts'
import type { Reader } from '../helpers/ncalayer.ts'
import type { Sandbox } from '../helpers/sandbox.ts'
import { signInByKey } from '../helpers/signingIn.ts'

test.describe('on a phone', () => {
  test.use(PHONE)
  test.skip(process.env.KEZEK_INACTIVE === undefined, 'nobody is inactive where no term has passed')

  test('a parent declines the offered place, and the child leaves the queue', async ({
    page,
    sandbox,
    reader,
    look,
  }) => {
    const [mother = '', id = ''] = addressOf('KEZEK_DECLINING').split(':')
    await signIn(page, sandbox, reader, mother, `/choose/${id}`)
    await expect(page.getByText(/өтініш белсенді емес болып қалады/)).toBeVisible()
    await look('choose-by-vouchers-kk-360')
    await page.getByRole('link', { name: 'Орыннан бас тарту' }).click()
    await expect(page.getByText('Бас тартуды қайтарып алу мүмкін емес.')).toBeVisible()
    await look('decline-kk-360')
    await page.getByRole('button', { name: 'Қол қою және бас тарту' }).click()
    await page.waitForURL(`/journal/${id}`)
    await expect(page.getByText('Кезектен алынды', { exact: true }).first()).toBeVisible({ timeout: 20_000 })
  })

  test('a parent restores the inactive application, and the child waits at its own place again', async ({
    page,
    sandbox,
    reader,
    look,
  }) => {
    const [mother = '', id = ''] = addressOf('KEZEK_INACTIVE').split(':')
    await signIn(page, sandbox, reader, mother, '/cabinet')
    await expect(page.getByText('Белсенді емес', { exact: true })).toBeVisible()
    await look('cabinet-inactive-kk-360')
    await page.getByRole('link', { name: 'Өтінішті қалпына келтіру' }).click()
    await expect(page.getByText('Өтініш бір рет қана қалпына келтіріледі.')).toBeVisible()
    await look('restore-kk-360')
    await page.getByRole('button', { name: 'Қол қою және қалпына келтіру' }).click()
    await page.waitForURL(`/journal/${id}`)
    await expect(page.getByText('Кезекте', { exact: true }).first()).toBeVisible({ timeout: 20_000 })
    await page.goto(`/restore/${id}`)
    await expect(page.getByText('Бұл өтінішті қалпына келтірудің қажеті жоқ.')).toBeVisible()
  })
})

async function signIn(page: Page, sandbox: Sandbox, reader: Reader, iin: string, to: string): Promise<void> {
  await page.goto(`/sign-in?way=eds&next=${encodeURIComponent(to)}`)
  await signInByKey(page, reader, await sandbox.person(iin))
  await page.waitForURL(to)
}
