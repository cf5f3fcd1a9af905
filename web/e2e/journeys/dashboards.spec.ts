/** An officer and an administrator read their figures and keep them as files. */
import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'

import { signInAsAdministrator } from '../helpers/administrator.ts'
import { addressOf, DESKTOP, expect, PHONE, test } from '../helpers/journey.ts'
import { goToDesk, officerOf } from '../helpers/officers.ts'

test.use(DESKTOP)

test('an officer reads who waits, what is due and how long one waits, and keeps the tables', async ({
  page,
  sandbox,
  reader,
  look,
}) => {
  const district = addressOf('KEZEK_DISTRICT')
  await goToDesk(page, sandbox, reader, await officerOf(sandbox, (each) => each === district))
  await page.getByRole('main').getByRole('link').first().click()
  await expect(page).toHaveURL('/staff/dashboard')
  await expect(page.getByRole('heading', { name: 'Кезек көрсеткіштері' })).toBeFocused()
  await expect(page.getByRole('region', { name: 'Кім күтіп тұр' }).getByRole('cell', { name: 'Барлығы' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Санаттар бойынша' })).toBeVisible()
  await look('staff-dashboard-kk-1280')
  expect((await downloaded(page, 'Барлық кесте (XLSX)')).subarray(0, 2).toString()).toBe('PK')
  expect((await downloaded(page, 'Күту уақыты (CSV)')).toString()).toContain('Топ түрі,Топ жылы,Санаты')

  await page.getByLabel('Кезеңнің соңғы күні').fill('2020-01-31')
  await expect(page.getByText(/Бұл кезеңде ешкім бірінші рет шақырылған жоқ/)).toBeVisible()
  await page.getByLabel('Кезеңнің бірінші күні').fill('2020-02-01')
  await expect(page.getByText('Кезеңнің соңы басынан бұрын тұр.')).toBeVisible()
  await page.setViewportSize(PHONE.viewport)
  await page.goto('/staff/dashboard')
  await expect(page.getByRole('heading', { name: 'Санаттар бойынша' })).toBeVisible()
  await look('staff-dashboard-kk-360')
  await page.getByRole('link', { name: 'Шешімдер тізімін ашу' }).click()
  await expect(page).toHaveURL('/staff/desk')

  await page.goto('/staff/region')
  await expect(page.getByText('Бұл бет әкімшіге арналған')).toBeVisible()
})

test('an administrator sees the region, goes to a district, and keeps both', async ({
  page,
  sandbox,
  reader,
  look,
}) => {
  await signInAsAdministrator(page, sandbox, reader)
  await page.getByRole('main').getByRole('link').first().click()
  await expect(page).toHaveURL('/staff/region')
  await expect(page.getByRole('heading', { name: 'Аудандар мен қалалар' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Шешім күтеді' })).toBeVisible()
  await look('staff-region-kk-1280')
  expect((await downloaded(page, 'Барлық кесте (XLSX)')).subarray(0, 2).toString()).toBe('PK')
  const districts = (await downloaded(page, 'Аудандар (CSV)')).toString()
  expect(districts.split('\r\n').some((line) => line.startsWith(`${addressOf('KEZEK_DISTRICT')},`))).toBe(true)
  await page.setViewportSize(PHONE.viewport)
  await look('staff-region-kk-360')
  await page.locator(`a[href="/staff/dashboard?district=${addressOf('KEZEK_DISTRICT')}"]`).click()
  await expect(page.getByRole('heading', { name: 'Санаттар бойынша' })).toBeVisible()
  await look('staff-dashboard-district-kk-360')
})

async function downloaded(page: Page, link: string): Promise<Buffer> {
  const waited = page.waitForEvent('download')
  await page.getByRole('link', { name: link }).click()
  return readFile(await (await waited).path())
}
