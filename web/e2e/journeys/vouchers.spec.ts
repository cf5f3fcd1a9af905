/** By vouchers: an inactive application is restored by its family. A story that moves the clock plays it alone. */
import { expect } from '@playwright/test'

import { addressOf, PHONE, test } from '../helpers/journey.ts'
import { signInByKey } from '../helpers/signingIn.ts'

test.describe('on a phone', () => {
  test.use(PHONE)
  test.skip(process.env.KEZEK_INACTIVE === undefined, 'nobody is inactive where no term has passed')

  test('a parent restores the inactive application, and the child waits at its own place again', async ({
    page,
    sandbox,
    reader,
    look,
  }) => {
    const [mother = '', id = ''] = addressOf('KEZEK_INACTIVE').split(':')
    await page.goto('/sign-in?way=eds&next=%2Fcabinet')
    await page.getByText('Осы құрылғыда ЭЦҚ-мен кіру').click()
    await signInByKey(page, reader, await sandbox.person(mother))
    await page.waitForURL('/cabinet')
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
