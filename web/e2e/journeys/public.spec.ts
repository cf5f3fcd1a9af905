import type { Page } from '@playwright/test'

import { addressOf, DESKTOP, expect, PHONE, speak, test } from '../helpers/journey.ts'

test.describe('on a phone', () => {
  test.use(PHONE)

  test('free places of a district, chosen first and kept; one kindergarten; a paper by its code', async ({
    page,
    look,
  }) => {
    await page.goto('/vacancies')
    await expect(page.getByText('Алдымен ауданды таңдаңыз')).toBeVisible()
    await page.getByLabel('Ауданыңызды немесе қалаңызды таңдаңыз').selectOption(addressOf('KEZEK_DISTRICT'))
    await expect(page.getByText(/жағдайы бойынша/)).toBeVisible()
    await expect(page.getByText('Еркін таңдауда').first()).toBeVisible()
    await look('vacancies-kk-360')
    await page.getByText('Сүзгі және реттеу').click()
    await page.getByLabel('Оқыту тілі').selectOption('орыс')
    await expect(page.getByText(/Көрсетілгені: 1, барлығы: [2-9]/)).toBeVisible()
    await page.getByRole('heading', { level: 3 }).getByRole('link').click()
    await expect(page.getByRole('heading', { name: 'Бос орындар' })).toBeVisible()
    await look('kindergarten-kk-360')
    await page.goto('/vacancies')
    await expect(page.getByLabel('Ауданыңызды немесе қалаңызды таңдаңыз')).toHaveValue(addressOf('KEZEK_DISTRICT'))

    await page.goto('/check')
    await page.getByLabel('Жолдаманың коды немесе мекенжайы').fill('№ 1000000101')
    await page.getByRole('button', { name: 'Тексеру' }).click()
    await expect(page.getByRole('alert')).toContainText('Бұл – жолдаманың нөмірі')
    await page.getByLabel('Жолдаманың коды немесе мекенжайы').fill('a'.repeat(26))
    await page.getByRole('button', { name: 'Тексеру' }).click()
    await expect(page.getByRole('alert')).toContainText('Мұндай жолдама жоқ')
    await page.getByLabel('Жолдаманың коды немесе мекенжайы').fill(addressOf('KEZEK_CHECK_CODE'))
    await page.getByRole('button', { name: 'Тексеру' }).click()
    await expect(page.getByRole('heading', { name: 'Жолдама жарамды' })).toBeFocused()
    await look('check-kk-360')
    await page.getByRole('link', { name: 'Осы тексерудің тұрақты мекенжайы' }).click()
    await expect(page.getByRole('heading', { name: 'Жолдама жарамды' })).toBeVisible()
    await look('check-page-kk-360')
    await page.getByRole('link', { name: 'Басқа қағазды тексеру' }).click()
    await expect(page).toHaveURL('/check')
  })

  test('figures of a district, the same for machines, and a place by its number', async ({ page, look }) => {
    const [, , number = ''] = addressOf('KEZEK_CLAIM').split(':')
    await page.goto('/bulletin')
    await page.getByLabel('Аудан немесе қала').selectOption(addressOf('KEZEK_DISTRICT'))
    await expect(page.getByRole('heading', { name: /жылғы топ, жалпы/ }).first()).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Соңғы шақырылғандар' })).toBeVisible()
    await look('bulletin-kk-360')
    expect(await textOf(page, 'Кесте (CSV)')).toMatch(/^district,kind,group_year,waiting,/)
    const told = JSON.parse(await textOf(page, 'Деректер (JSON)')) as { district: string }
    expect(told.district).toBe(addressOf('KEZEK_DISTRICT'))

    await page.getByRole('link', { name: 'Өтініш нөмірі бойынша орынды тексеру' }).click()
    await page.getByLabel('Өтініш нөмірі').fill(number.replace('UO', 'уо'))
    await page.getByRole('button', { name: 'Тексеру' }).click()
    await expect(page.getByText(/^Кезектегі орны: \d+/)).toBeVisible()
    await look('place-kk-360')
    await page.getByLabel('Өтініш нөмірі').fill('10.UO.2020.99999.1')
    await page.getByRole('button', { name: 'Тексеру' }).click()
    await expect(page.getByText('Бұл нөмір қазір кезекте тұрған жоқ')).toBeVisible()
  })
})

/** What a link leads to. */
async function textOf(page: Page, link: string): Promise<string> {
  const address = await page.getByRole('link', { name: link }).getAttribute('href')
  const answer = await page.request.get(address ?? '')
  expect(answer.ok()).toBe(true)
  return answer.text()
}

test.describe('on a desktop', () => {
  test.use(DESKTOP)

  test('the same in Russian, by keyboard', async ({ page, look }) => {
    await speak(page, 'ru')
    await page.goto(`/vacancies?district=${addressOf('KEZEK_DISTRICT')}`)
    await expect(page.getByRole('table')).toBeVisible()
    await page.getByRole('button', { name: 'Свободно', exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('columnheader', { name: /Свободно/ })).toHaveAttribute('aria-sort', 'ascending')
    await look('vacancies-ru-1280')
    await page.getByRole('link', { name: 'Список детских садов района' }).click()
    await expect(page.getByRole('heading', { name: 'Список детских садов' })).toBeFocused()
    await page.getByLabel('Поиск по названию').fill('мұндай жоқ')
    await expect(page.getByText('Такого детского сада не нашлось.')).toBeVisible()
    await page.getByLabel('Поиск по названию').fill('')
    await page.getByText('мини-центр', { exact: true }).first().click()
    await look('kindergartens-ru-1280')
  })
})
