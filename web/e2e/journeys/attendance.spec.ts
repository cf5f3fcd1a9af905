/** A parent marks coming and leaving on a phone, also without a network; the kindergarten sees it and corrects (domain §8.attendance). */
import { expect, type Page } from '@playwright/test'

import { addressOf, PHONE, test } from '../helpers/journey.ts'
import type { Reader } from '../helpers/ncalayer.ts'
import type { Sandbox } from '../helpers/sandbox.ts'
import { signInByKey } from '../helpers/signingIn.ts'
import { atTheirDesk } from '../helpers/working.ts'

const [MOTHER = ''] = addressOf('KEZEK_ENROLLED').split(':')

test.describe('on a phone', () => {
  test.use(PHONE)

  test('marks are kept without a network, through a reload, and reach the kindergarten once there is one', async ({
    page,
    context,
    browser,
    sandbox,
    reader,
    look,
  }) => {
    await signIn(page, sandbox, reader)
    await page.reload() // what was opened by an address of its own belongs to the worker of the page
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await page.getByRole('button', { name: / келді$/ }).click()
    await expect(page.getByText('Балабақшада', { exact: true })).toBeVisible()
    await expect(page.getByText('Жіберілмеген белгі')).toBeHidden()
    await look('attendance-there-kk-360')

    await context.setOffline(true)
    await page.getByRole('button', { name: / кетті$/ }).click()
    await expect(page.getByText('Жіберілмеген белгі: 1.')).toBeVisible()
    await page.reload()
    await expect(page.getByText('Жіберілмеген белгі: 1.')).toBeVisible()
    await expect(page.getByText('Кетті', { exact: true }).first()).toBeVisible()
    await look('attendance-unsent-kk-360')
    await context.setOffline(false)
    await expect(page.getByText('Жіберілмеген белгі: 1.')).toBeHidden({ timeout: 20_000 })

    const desk = await atTheirDesk(browser, sandbox, reader)
    await desk.goto('/staff/attendance')
    const child = desk.locator('section', { hasText: 'Кеткен уақыты' }).first()
    await expect(child.getByText(/Келген уақыты: \d\d:\d\d, белгілеген: .+ \(ата-анасы\)/)).toBeVisible()
    await child.getByText(/: белгілер \(2\)$/).click()
    await child.getByRole('button', { name: 'Белгіні сызу' }).last().click()
    await child.getByLabel('Белгі неге қате').fill('Қате басылды')
    await child.getByRole('button', { name: 'Белгіні сызу' }).last().click()
    await expect(desk.getByText(/^Сызылды/)).toBeVisible()
    await desk.getByRole('link', { name: 'Айдың табелі' }).click()
    await expect(desk.getByText('Ай аяқталған соң табельді ЭЦҚ-мен жабуға болады.').first()).toBeVisible()
    await expect(desk.getByText('Келді', { exact: true }).first()).toBeVisible()
    await desk.close()

    await expect(page.getByText('Балабақшада', { exact: true })).toBeVisible({ timeout: 20_000 }) // by itself
    await page.getByRole('link', { name: 'Ай бойы келуі мен кетуі' }).click()
    await expect(page.getByText(/^Келген уақыты: \d\d:\d\d\./)).toBeVisible()
    await look('attendance-month-kk-360')
  })
})

async function signIn(page: Page, sandbox: Sandbox, reader: Reader): Promise<void> {
  await page.goto('/sign-in?way=eds&next=%2Fattendance')
  await page.getByText('Осы құрылғыда ЭЦҚ-мен кіру').click()
  await signInByKey(page, reader, await sandbox.person(MOTHER))
  await page.waitForURL('/attendance')
}
