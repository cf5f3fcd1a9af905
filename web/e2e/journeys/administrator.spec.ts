/** Every page of an administrator, and what is done on them; approving an account is in account.spec.ts. */
import type { Page } from '@playwright/test'

import { signInAsAdministrator } from '../helpers/administrator.ts'
import { addressOf, DESKTOP, expect, PHONE, speak, test } from '../helpers/journey.ts'
import { father } from '../helpers/people.ts'
import { confirmEmail, signInByKey } from '../helpers/signingIn.ts'

const PAGES = ['', '/requests', '/kindergartens', '/kindergartens/add', '/districts', '/grants', '/accounts']
const LOGS = ['/logs', '/logs/events', '/system', '/system/parked']

test.use(DESKTOP)

test('an administrator refuses a request, changes who may do what, and sees that all is well', async ({
  page,
  sandbox,
  reader,
  look,
  browser,
}) => {
  test.slow()
  const parent = await father(sandbox, 7)
  const home = await browser.newPage(DESKTOP)
  await home.goto('/sign-in?way=eds')
  await signInByKey(home, reader, parent)
  await confirmEmail(home, sandbox, parent)
  await home.waitForURL('/cabinet')

  const request = await ask(page, parent.person.iin)
  await signInAsAdministrator(page, sandbox, reader)
  await speak(page, 'ru')
  for (const address of [...PAGES, ...LOGS]) {
    await open(page, address)
    await look(`staff${address.replaceAll('/', '-')}-ru-1280`)
  }
  // other journeys of this stack may have parked garbage
  const parked = page.getByText('Необработанных записей нет.').or(page.getByText('Сначала устраните причину'))
  await expect(parked.first()).toBeVisible()

  await page.goto('/staff/requests')
  await page.getByRole('link', { name: `Открыть: № ${request}` }).click()
  await page.getByText('Отклонить', { exact: true }).first().click()
  await page.getByText('другая', { exact: true }).click()
  await page.getByRole('button', { name: 'Отклонить' }).click()
  await expect(page.getByLabel('Пояснение')).toHaveAttribute('aria-invalid', 'true')
  await look('staff-request-wrong-ru-1280')
  await page.getByLabel('Пояснение').fill('Сынақ сұрауы')
  await page.getByRole('button', { name: 'Отклонить' }).click()
  await expect(page.getByText('Запрос отклонён.')).toBeVisible()

  await makeOfficer(page, parent.person.iin)
  await page.goto('/staff/accounts')
  await page.getByLabel('ИИН').fill(parent.person.iin)
  await page.getByRole('button', { name: 'Найти' }).click()
  await look('staff-account-ru-1280')
  expect(page.url()).not.toContain(parent.person.iin)
  await page.getByRole('button', { name: 'Завершить все сеансы' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Завершить все сеансы' }).click()
  await expect(page.getByText('Завершён 1 сеанс.')).toBeVisible()
  await expect(home).toHaveURL(/sign-in/)
  await home.close()

  await workAt(page, parent.person.iin)
  await look('staff-kindergarten-ru-1280')
  await speak(page, 'kk')
  await page.setViewportSize(PHONE.viewport)
  for (const address of ['/requests', '/grants', '/logs', '/system']) {
    await open(page, address)
    await look(`staff${address.replaceAll('/', '-')}-kk-360`)
  }
})

/** A kindergarten's form; its number. */
async function ask(page: Page, iin: string): Promise<string> {
  const words = { kk: '«Сынақ» балабақшасы', ru: 'Детский сад «Сынак»' }
  const answer = await page.request.post('/api/kindergartens/account-requests', {
    data: {
      district: addressOf('KEZEK_DISTRICT'),
      name: words,
      address: { kk: 'Сынақ көшесі, 1', ru: 'ул. Сынак, 1' },
      phone: '77992125555',
      ownership: 'private',
      owner: { iin, phone: '77990000101', email: 'synaq@example.kz', language: 'kk' },
    },
  })
  expect(answer.status()).toBe(201)
  return ((await answer.json()) as { number: string }).number
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(`/staff${address}`)
  await expect(page.locator('h1')).toBeVisible()
  await expect(page.locator('main [class*=spinner]')).toHaveCount(0)
}

/** Makes somebody an officer, and ends that again. */
async function makeOfficer(page: Page, iin: string): Promise<void> {
  const shown = `${iin.slice(0, 6)} ${iin.slice(6)}`
  await page.goto('/staff/grants')
  await page.getByLabel('ИИН', { exact: true }).fill(iin)
  await page.getByLabel('Район или город').selectOption(addressOf('KEZEK_DISTRICT'))
  await page.getByRole('button', { name: 'Предоставить' }).click()
  await expect(page.getByText('Полномочия предоставлены')).toBeVisible()
  await page.getByRole('row').filter({ hasText: shown }).getByRole('button').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Прекратить' }).click()
  await expect(page.getByText('Полномочия прекращены.')).toBeVisible()
}

/** Lets somebody work for the first kindergarten that is found, and dismisses them again. */
async function workAt(page: Page, iin: string): Promise<void> {
  const shown = `${iin.slice(0, 6)} ${iin.slice(6)}`
  await page.goto('/staff/kindergartens')
  await page.getByRole('table').getByRole('link').first().click()
  await page.getByLabel('ИИН').fill(iin)
  await page.getByRole('button', { name: 'Добавить' }).click()
  await expect(page.getByText('Добавлен.')).toBeVisible()
  await page.getByRole('button', { name: `Исключить: ${shown}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Исключить' }).click()
  await expect(page.getByText('Исключён.')).toBeVisible()
}
