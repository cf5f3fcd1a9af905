/** An officer annuls places that were published by mistake; the kindergarten reads by whom and why (domain §6.1). */
import { expect } from '@playwright/test'

import { addressOf, DESKTOP, test } from '../helpers/journey.ts'
import { goToDesk, officerOf } from '../helpers/officers.ts'
import { atTheirDesk } from '../helpers/working.ts'

test.use(DESKTOP)

test('places are annulled, signed, and the worker reads why', async ({ page, browser, sandbox, reader, look }) => {
  const vacancy = addressOf('KEZEK_VACANCY')
  const officer = await officerOf(sandbox, (district) => district === addressOf('KEZEK_DISTRICT'))
  await goToDesk(page, sandbox, reader, officer)
  await page.goto('/staff/published')
  await expect(page.getByRole('table')).toBeVisible()
  await look('staff-published-kk-1280')
  await page.locator(`a[href="/staff/published/${vacancy}"]`).click()
  await page.getByRole('button', { name: 'Әрі қарай' }).click()
  await expect(page.getByText('Кемінде бір орынды белгілеңіз').first()).toBeVisible()
  await page.getByRole('button', { name: 'Бос орындардың бәрін белгілеу (2)' }).click()
  await page.getByText('топ ашылмайды').click()
  await page.getByLabel('Түсіндірмесі').fill('Топқа тәрбиеші табылмады')
  await look('staff-annul-kk-1280')
  await page.getByRole('button', { name: 'Әрі қарай' }).click()
  await page.getByRole('button', { name: 'Қол қойып, күшін жою' }).click()
  await expect(page.getByText('Орындардың күші жойылды.')).toBeVisible()
  await expect(page.getByText('Топқа тәрбиеші табылмады')).toBeVisible()
  await expect(page.getByText('Күшін жоюға болатын орын қалмады', { exact: false })).toBeVisible()

  const worker = await atTheirDesk(browser, sandbox, reader)
  await worker.goto('/staff/vacancies')
  await worker.locator(`a[href="/staff/vacancies/${vacancy}"]`).click()
  await expect(worker.getByText('Топқа тәрбиеші табылмады')).toBeVisible()
  await worker.close()
})
