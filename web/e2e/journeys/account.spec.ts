import type { Page } from '@playwright/test'

import { approveAsNew, signInAsAdministrator } from '../helpers/administrator.ts'
import { addressOf, DESKTOP, expect, PHONE, test } from '../helpers/journey.ts'
import { father } from '../helpers/people.ts'
import { confirmEmail, signInByKey } from '../helpers/signingIn.ts'

const PASSWORD = 'жауқазын мен тас, қырық екі'

test.describe('a kindergarten without login and password', () => {
  test.use(PHONE)

  test('asks for an account; its worker signs in by key, then by a password', async ({
    page,
    sandbox,
    reader,
    look,
    browser,
    context,
  }) => {
    const who = await father(sandbox, 6)
    await page.goto('/account-request')
    await page.getByRole('button', { name: 'Сұрауды жіберу' }).click()
    await expect(page.getByRole('alert').getByRole('link')).toHaveCount(10)
    await look('account-request-wrong-kk-360')
    await page.getByLabel('Аудан немесе қала').selectOption(addressOf('KEZEK_DISTRICT'))
    await page.getByText('Мемлекеттік (МББ)').click()
    await page.getByLabel('БМҰ-ның қазақ тіліндегі толық атауы').fill('«Жаңа таң» балабақшасы')
    await page.getByLabel('БМҰ-ның орыс тіліндегі толық атауы').fill('Детский сад «Жана тан»')
    await page.getByLabel('БМҰ мекенжайы, қазақша').fill('Үлгі ауылы, Сынақ көшесі, 7')
    await page.getByLabel('БМҰ мекенжайы, орысша').fill('с. Үлгі, ул. Сынақ, 7')
    await page.getByLabel('БМҰ телефоны').fill('8 (799) 212-34-56')
    await page.getByLabel('Веб-сайты').fill('www.zhanatan.example.kz')
    await page.getByLabel('ЖСН').fill(who.person.iin)
    await page.getByLabel('Сол адамның телефоны').fill(who.phone)
    await page.getByLabel('E-mail').fill(who.email)
    await page.reload()
    await expect(page.getByLabel('E-mail')).toHaveValue(who.email)
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Сұрауды жіберу' }).click()
    await expect(page.getByRole('alert')).toBeFocused()
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Сұрауды жіберу' }).click()
    await expect(page.getByRole('heading', { name: 'Сұрау қабылданды' })).toBeVisible()
    await look('account-request-sent-kk-360')
    const [number = '', code = ''] = await page.locator('dd').allInnerTexts()

    await page.getByRole('link', { name: 'Мәртебесін көру' }).click()
    await page.getByLabel('Сұрау нөмірі').fill(`№ ${number}`)
    await page.getByLabel('Код').fill('BAKER STREET')
    await page.getByRole('button', { name: 'Көру' }).click()
    await expect(page.getByLabel('Код')).toHaveAttribute('aria-invalid', 'true')
    await page.getByLabel('Код').fill(code.toLowerCase())
    await page.getByRole('button', { name: 'Көру' }).click()
    await expect(page.getByText('Қазір ештеңе істеудің қажеті жоқ')).toBeVisible()
    await look('account-status-kk-360')

    const office = await browser.newPage(DESKTOP)
    await signInAsAdministrator(office, sandbox, reader)
    await approveAsNew(office, number, 'Zhana tan kindergarten')
    await office.close()

    await page.getByRole('button', { name: 'Көру' }).click()
    await expect(page.getByText('Есептік жазба ашылды.')).toBeVisible()
    await look('account-approved-kk-360')
    await page.getByRole('main').getByRole('link', { name: 'Кіру' }).click()
    await signInByKey(page, reader, who)
    await confirmEmail(page, sandbox, who)
    await expect(page).toHaveURL('/staff')

    await page.goto('/settings')
    await page.getByRole('link', { name: 'Құпиясөз' }).click()
    await page.getByLabel('Жаңа құпиясөз').fill('12345678')
    await page.getByRole('button', { name: 'Сақтау' }).click()
    await expect(page.getByLabel('Жаңа құпиясөз')).toHaveAttribute('aria-invalid', 'true')
    await page.getByLabel('Жаңа құпиясөз').fill(PASSWORD)
    await page.getByRole('button', { name: 'Сақтау' }).click()
    await expect(page.getByText('Құпиясөз сақталды.')).toBeVisible()
    await look('password-kk-360')
    await page.goto('/settings')
    await page.getByRole('button', { name: 'Шығу' }).click()
    await expect(page).toHaveURL('/')

    await signInByPassword(page, who.person.iin)
    await expect(page).toHaveURL('/staff')
  })
})

/** After too many wrong ones it is told, to the second, how long to wait. */
async function signInByPassword(page: Page, iin: string): Promise<void> {
  await page.goto('/sign-in?way=password')
  await page.getByLabel('Логин (ЖСН)').fill(iin)
  const enter = page.getByRole('button', { name: 'Кіру', exact: true })
  for (let tries = 0; (await page.getByText('Қайталауға').count()) === 0 && tries < 8; tries += 1) {
    await page.getByLabel('Құпиясөз', { exact: true }).fill(`wrong password ${String(tries)}`)
    const answered = page.waitForResponse('**/api/auth/sessions/password')
    await enter.click()
    await answered
    await expect(page.getByRole('alert')).toBeFocused()
  }
  await expect(page.getByText(/Қайталауға \d+ секунд қалды/)).toBeVisible()
  await expect(enter).toHaveAttribute('aria-disabled', 'true')
  await expect(enter).toHaveAttribute('aria-disabled', 'false', { timeout: 20_000 })
  await page.getByLabel('Құпиясөз', { exact: true }).fill(PASSWORD)
  await enter.click()
}
