/** An administrator changes the rules: sees what would change, signs, and finds it in the history. */
import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'

import { signInAsAdministrator } from '../helpers/administrator.ts'
import { addressOf, DESKTOP, expect, PHONE, speak, test } from '../helpers/journey.ts'

test.use(DESKTOP)

test('an administrator changes a policy with a preview, a year and the benefits are looked at', async ({
  page,
  sandbox,
  reader,
  look,
}) => {
  test.slow()
  const district = addressOf('KEZEK_DISTRICT')
  const administrator = await signInAsAdministrator(page, sandbox, reader)
  await speak(page, 'ru')
  await page.goto('/staff/rules')
  await page.getByLabel('Чья политика').selectOption(district)
  await expect(page.getByText(/политики у района нет|Собственная политика района/)).toBeVisible()
  await look('staff-rules-ru-1280')

  await page.getByRole('link', { name: 'Изменить политику' }).click()
  await page.getByRole('button', { name: 'Что изменится' }).click()
  await expect(page.getByText('Ничего не изменено').first()).toBeVisible()
  const day = farAhead()
  await page.getByLabel('Действует с').fill(day)
  await page.getByLabel('Детей общей очереди после одного первоочередного').fill('0')
  await page.getByRole('button', { name: 'Что изменится' }).click()
  await expect(page.getByText('Напишите целое число от 1 до 20').first()).toBeVisible()
  await page.getByLabel('Детей общей очереди после одного первоочередного').fill('2')
  await page.goto('/staff/rules')
  await page.goto(`/staff/rules/policy?district=${district}`)
  await page.getByRole('button', { name: 'Что изменится' }).click()
  await expect(page.getByText('3 → 2')).toBeVisible()
  await expect(page.getByText('Начатые сроки')).toBeVisible()
  await look('staff-rules-preview-ru-1280')

  await page.getByRole('button', { name: 'Перейти к подписи' }).click()
  await expect(page.getByText('Детей общей очереди после одного первоочередного: 3 → 2.')).toBeVisible()
  await look('staff-rules-sign-ru-1280')
  await reader.set({ person: administrator.person.iin })
  await page.getByRole('button', { name: 'Подписать' }).click()
  await expect(page.getByText('Подписано.')).toBeVisible()
  await expect(page.getByText('3 → 2').first()).toBeVisible()
  await expect(page.getByText('Подписал(а):').first()).toBeVisible()

  await page.getByRole('link', { name: 'Рабочий календарь' }).click()
  await page.getByLabel('Год', { exact: true }).selectOption({ index: 4 })
  await page.getByRole('button', { name: /^5 февраля, .*: рабочий день$/ }).click()
  await page.getByRole('button', { name: 'Перейти к подписи' }).click()
  await expect(page.getByText('Ни один открытый срок не изменится.')).toBeVisible()
  await look('staff-calendar-sign-ru-1280')
  await page.getByRole('button', { name: 'Календарь', exact: true }).click()
  await expect(page.getByText('Изменений: 1')).toBeVisible()

  await page.getByRole('link', { name: 'Договоры', exact: true }).click()
  await page.getByLabel('Район или город').selectOption(district)
  await previewsContract(page, day)
  await look('staff-contracts-ru-1280')
  await page.getByRole('button', { name: 'К публикации' }).click()
  await page.getByRole('button', { name: 'Подписать' }).click()
  await expect(page.getByText('Подписано.').first()).toBeVisible()
  await expect(page.getByText(/^Версия [1-9]\d* · .*Подписал\(а\): .* · действует$/)).toBeVisible()

  await speak(page, 'kk')
  await page.setViewportSize(PHONE.viewport)
  await page.goto('/staff/rules/sorting')
  await expect(page.getByRole('heading', { name: 'Жыл сайынғы сұрыптау' })).toBeVisible()
  await look('staff-rules-sorting-kk-360')
  await page.goto(`/staff/rules/sorting/${district}`)
  await expect(page.getByText('санаттар жоқ', { exact: false })).toBeVisible()
  await look('staff-rules-sorting-district-kk-360')
  for (const name of ['/calendar', '/benefits', '']) {
    await page.goto(`/staff/rules${name}`)
    await expect(page.getByRole('heading', { name: 'Өзгерістер тарихы' })).toBeVisible()
    await look(`staff-rules${name.replace('/', '-')}-kk-360`)
  }
})

/** What is wrong in the text is said in words; once it is right the paper stands beside it. */
async function previewsContract(page: Page, day: string): Promise<void> {
  const text = page.getByLabel('Текст на русском')
  const before = await text.inputValue()
  const preview = page.getByRole('button', { name: 'Посмотреть, как будет выглядеть' })
  await text.fill(`${before}\n- Изменено: {day}.`)
  await preview.click()
  await expect(page.getByRole('alert')).toHaveText(/^Такого поля нет: day \(текст: русский, строка \d+\)\./)
  await expect(page.getByTitle('Бумага готова')).toBeHidden()
  await text.fill(`${before}\n- Изменено: ${day}.`)
  // as in a browser that shows papers; this one keeps what its frame was given
  await page.evaluate(() => Object.defineProperty(navigator, 'pdfViewerEnabled', { get: () => true }))
  const paper = page.waitForEvent('download')
  await preview.click()
  await expect(page.getByRole('alert')).toBeHidden()
  await expect(page.getByTitle('Бумага готова')).toBeVisible()
  expect((await readFile(await (await paper).path())).subarray(0, 5).toString()).toBe('%PDF-')
}

/** Nothing of this stack is judged by it, and an earlier one each minute: a version of before is not built on. */
function farAhead(): string {
  const minutes = Math.floor(Date.now() / 60_000) % 10_000
  return new Date(Date.UTC(2098, 11, 1) - minutes * 24 * 60 * 60_000).toISOString().slice(0, 10)
}
