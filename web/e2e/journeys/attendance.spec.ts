/** M3 walked on a phone: a parent marks, also without a network, names an escort who signs in and marks, and gives a pick-up code by which the kindergarten lets the child go (domain §8). */
import { type Browser, expect, type Page } from '@playwright/test'

import { addressOf, PHONE, test } from '../helpers/journey.ts'
import type { Reader } from '../helpers/ncalayer.ts'
import type { Resident, Sandbox } from '../helpers/sandbox.ts'
import { father, fullName } from '../helpers/people.ts'
import { signInByKey } from '../helpers/signingIn.ts'
import { atTheirDesk } from '../helpers/working.ts'

const [MOTHER = ''] = addressOf('KEZEK_ENROLLED').split(':')

test.describe('on a phone', () => {
  test.use(PHONE)

  test('marks wait for a network; an escort marks, too; somebody else fetches the child by a code', async ({
    page,
    context,
    browser,
    sandbox,
    reader,
    look,
  }) => {
    await sandbox.sets(page)
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
    await sandbox.sets(desk)
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

    // by itself, also where the stream of changes has to come back after the time without a network
    await expect(page.getByText('Балабақшада', { exact: true })).toBeVisible({ timeout: 45_000 })

    const escort = await father(sandbox, 8)
    await namesEscort(page, escort)
    await look('escorts-added-kk-360')
    await markedByEscort(browser, sandbox, escort)
    await expect(page.getByText(/кірген, алғаш рет/)).toBeVisible({ timeout: 20_000 }) // by itself

    const digits = await givesCode(page)
    await look('pickups-given-kk-360')
    await letsGo(desk, digits)
    await desk.close()
    await page.getByRole('button', { name: 'Дайын' }).click()
    await expect(page.getByText('Пайдаланылды', { exact: true })).toBeVisible({ timeout: 20_000 }) // by itself
    await look('pickups-used-kk-360')

    await page.goto('/attendance')
    await page.getByRole('link', { name: 'Ай бойы келуі мен кетуі' }).click()
    await expect(page.getByText(/^Келген уақыты: \d\d:\d\d\./)).toBeVisible()
    await expect(page.getByText(`Код бойынша алып кеткен: ${SOMEBODY}.`)).toBeVisible()
    await look('attendance-month-kk-360')
  })
})

const SOMEBODY = 'Нұрланова Айгүл'

/** With «Сақтау», and once more by the pencil, as in the manual (M3.16–M3.32). */
async function namesEscort(page: Page, escort: Resident): Promise<void> {
  const name = fullName(escort)
  await page.goto('/cabinet')
  await page.getByRole('link', { name: 'Еріп жүрушілер' }).first().click()
  await page.getByRole('button', { name: 'Еріп жүруші қосу' }).click()
  await page.getByLabel('ЖСН').fill(escort.person.iin)
  await page.getByLabel('Тегі, аты, әкесінің аты').fill(name)
  await page.getByLabel('Телефон нөмірі').fill(escort.phone)
  await page.getByRole('button', { name: 'Сақтау' }).click()
  await expect(page.getByText('Сақталды. Өзгеріс бірден күшіне енді.')).toBeVisible()
  await page.getByRole('button', { name: `${name}: өзгерту` }).click()
  await expect(page.getByRole('checkbox')).toBeChecked()
  await page.getByRole('button', { name: 'Сақтау' }).click()
  await expect(page.getByText('әлі кірмеген')).toBeVisible()
}

/** On a phone of their own, by the code that comes to the number that the parent gave. */
async function markedByEscort(browser: Browser, sandbox: Sandbox, escort: Resident): Promise<void> {
  const page = await browser.newPage({ ...PHONE, baseURL: addressOf('KEZEK_PUBLIC_URL') })
  const before = await sandbox.lastSms(escort.phone)
  await page.goto('/sign-in?way=code&next=%2Fattendance')
  await page.getByLabel('ЖСН', { exact: true }).fill(escort.person.iin)
  await page.getByLabel('Телефон нөмірі').fill(escort.phone)
  await page.getByRole('button', { name: 'Кіру (код алу)' }).click()
  await page.getByLabel('Бір реттік кодты енгізіңіз').fill(await sandbox.smsCode(escort.phone, 6, before))
  await page.getByRole('button', { name: 'Кіру', exact: true }).click()
  await page.waitForURL('/attendance')
  await page.getByRole('button', { name: / кетті$/ }).click()
  await page.getByRole('button', { name: / келді$/ }).click()
  await expect(page.getByText('Балабақшада', { exact: true })).toBeVisible()
  await expect(page.getByText(/^Жіберілмеген белгі/)).toBeHidden({ timeout: 20_000 })
  await page.close()
}

/** The digits, as they stand there this once. */
async function givesCode(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Алып кету коды' }).click()
  await page.getByLabel(/^Кім алып кетеді/).fill(SOMEBODY)
  await page.getByRole('button', { name: 'Кодты алу' }).click()
  await expect(page.getByRole('img', { name: 'Алып кету кодының QR-ы' })).toBeVisible()
  return await page.getByText(/^\d{4} \d{4}$/).innerText()
}

/** The worker types what who came says, compares, and gives the child. */
async function letsGo(desk: Page, digits: string): Promise<void> {
  await desk.goto('/staff/attendance')
  await desk.getByRole('button', { name: 'Баланы код бойынша беру' }).click()
  await desk.getByLabel('Алып кету коды').fill(digits)
  await desk.getByRole('button', { name: 'Тексеру' }).click()
  await expect(desk.getByText('Жеке куәлікпен салыстырыңыз.')).toBeVisible()
  await expect(desk.getByText(SOMEBODY, { exact: true })).toBeVisible()
  await desk.getByRole('button', { name: 'Салыстырдым, баланы беремін' }).click()
  await expect(desk.getByText(/кодпен берілді, кеткені белгіленді/)).toBeVisible()
  await expect(desk.getByText(`Код бойынша алып кеткен: ${SOMEBODY}`).first()).toBeVisible()
}

async function signIn(page: Page, sandbox: Sandbox, reader: Reader): Promise<void> {
  await page.goto('/sign-in?way=eds&next=%2Fattendance')
  await signInByKey(page, reader, await sandbox.person(MOTHER))
  await page.waitForURL('/attendance')
}
