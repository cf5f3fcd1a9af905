import type { Page } from '@playwright/test'

import { addressOf, DESKTOP, expect, PHONE, test } from '../helpers/journey.ts'
import { signInByKey } from '../helpers/signingIn.ts'
import { chooseWorkplace, fillIn, goToWork, workOf } from '../helpers/working.ts'

test.describe('on a phone', () => {
  test.use(PHONE)

  test('places are added: what is wrong is said, the question is asked, and the signature publishes', async ({
    page,
    sandbox,
    reader,
    look,
  }) => {
    const work = await workOf(sandbox)
    await goToWork(page, sandbox, reader, work)
    await expect(page.getByRole('heading', { name: 'Қай балабақшада жұмыс істейсіз?' })).toBeVisible()
    await look('staff-choose-kk-360')
    await chooseWorkplace(page, work)
    await look('staff-home-kk-360')
    await page.getByRole('navigation', { name: 'Бөлімдер' }).getByRole('link', { name: 'Бос орындар' }).click()
    await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible()
    await look('staff-vacancies-kk-360')

    await page.getByRole('link', { name: 'Қосу' }).click()
    // of all kindergartens one works in; first stands the one of this session
    await expect(page.getByLabel('Балабақша').getByRole('option')).toHaveCount(2)
    await expect(page.getByLabel('Балабақша')).toHaveValue(work.kindergarten)
    await page.getByLabel('Бос орындардың саны').fill('0')
    await page.getByRole('button', { name: 'Сақтау' }).click()
    await expect(page.getByRole('alert')).toBeFocused()
    await look('staff-add-wrong-kk-360')
    await fillIn(page, '101')
    await page.getByRole('button', { name: 'Сақтау' }).click()
    await expect(page.getByRole('dialog')).toContainText('Растағаннан кейін сақталған деректер өзгертілмейді!')
    await look('staff-add-attention-kk-360')
    await page.getByRole('button', { name: 'ОК' }).click()
    await expect(page.getByText('Орын саны тым көп.')).toBeVisible()
    await look('staff-add-too-many-kk-360')

    await page.getByRole('link', { name: 'Деректерді өзгерту' }).first().click()
    await page.getByLabel('Бос орындардың саны').fill('2')
    await page.getByRole('button', { name: 'Сақтау' }).click()
    await page.getByRole('button', { name: 'ОК' }).click()
    await expect(page.getByText('Орын саны: 2.')).toBeVisible()
    await look('staff-add-sign-kk-360')
    await page.reload()
    await page.getByRole('button', { name: 'Қол қою', exact: true }).click()
    await expect(page.getByText('Бос орындар жарияланды.')).toBeVisible()
    await look('staff-added-kk-360')
  })
})

test.describe('on a desktop', () => {
  test.use(DESKTOP)

  test('a session that ends in the form of free places loses nothing', async ({ page, sandbox, reader }) => {
    const work = await workOf(sandbox)
    await goToWork(page, sandbox, reader, work)
    await chooseWorkplace(page, work)
    await page.getByRole('link', { name: 'БМҰ-дағы бос орындардың базасы' }).click()
    await page.getByRole('link', { name: 'Қосу' }).click()
    await fillIn(page, '7')
    expect((await page.request.delete('/api/auth/sessions/current')).status()).toBe(204)
    await page.waitForURL(/\/sign-in\?/) // the page is told by its stream
    await signInByKey(page, reader, work.who)
    await chooseWorkplace(page, work)
    await expect(page.getByLabel('Бос орындардың саны')).toHaveValue('7')
    await expect(page.getByLabel('Топтың жылы')).toHaveValue(addressOf('KEZEK_GROUP_YEAR'))
  })

  test('a referral is found and its child accepted, in Russian; other numbers get a plain answer', async ({
    page,
    sandbox,
    reader,
    look,
  }) => {
    const work = await workOf(sandbox)
    const [number = '', iin = ''] = addressOf('KEZEK_REFERRAL').split(':')
    await goToWork(page, sandbox, reader, work)
    await chooseWorkplace(page, work)
    await page.getByRole('button', { name: 'Русский' }).click()
    await expect(page.getByRole('heading', { name: 'Рабочий кабинет сотрудника ДДО' })).toBeVisible()
    await look('staff-home-ru-1280')

    await page.getByRole('link', { name: 'База свободных мест в ДДО' }).click()
    await page.getByLabel('Язык обучения: фильтр').selectOption('русский')
    await expect(page.getByRole('cell', { name: 'казахский', exact: true })).toHaveCount(0)
    await expect(page.getByRole('cell', { name: 'русский', exact: true })).not.toHaveCount(0)
    await page.getByRole('button', { name: 'Сбросить фильтры' }).click()
    await page.getByRole('button', { name: 'Свободно' }).click()
    await expect(page.getByRole('columnheader', { name: 'Свободно' })).toHaveAttribute('aria-sort', 'ascending')
    await look('staff-vacancies-ru-1280')

    await page.getByRole('link', { name: 'Приём' }).click()
    const field = page.getByRole('textbox')
    const search = page.getByRole('button', { name: 'Поиск' })
    await field.fill('12')
    await search.click()
    await expect(page.getByRole('alert')).toBeFocused()
    await look('staff-search-wrong-ru-1280')
    await field.fill('9999999999')
    await search.click()
    await expect(page.getByText('Направления с таким номером нет.')).toBeVisible()
    await look('staff-search-unknown-ru-1280')
    await page.getByRole('radio', { name: 'ИИН ребёнка' }).press('Space')
    await field.fill(`${iin.slice(0, 6)} ${iin.slice(6)}`)
    await search.click()
    await expect(page.getByRole('heading', { name: `Обработка направления № ${number}` })).toBeFocused()
    await look('staff-found-ru-1280')

    await page.getByRole('button', { name: 'Принять в ДДО' }).click()
    await expect(page.getByRole('region', { name: 'Что вы подпишете' })).toContainText(number)
    await look('staff-accept-ru-1280')
    const signed = await reader.signedDuring(async () => {
      await page.getByRole('button', { name: 'Подписать и принять' }).click()
      await expect(page.getByText(/^Ребёнок принят/)).toBeVisible()
    })
    expect(signed).toBe(1)
    await look('staff-accepted-ru-1280')
    await search.click()
    await expect(page.getByText('Ребёнок по этому направлению уже принят в детский сад.')).toBeVisible()

    await page.getByRole('link', { name: 'Список детей' }).click()
    await expect(async () => {
      await page.getByRole('button', { name: 'Обновить список' }).click()
      await expect(page.getByRole('cell', { name: number })).toBeVisible({ timeout: 1_500 })
    }).toPass()
    await page.getByLabel('ИИН ребёнка: фильтр').fill(iin)
    await expect(page.getByText('Показано: 1')).toBeVisible()
    await look('staff-roster-ru-1280')
    await page.getByRole('button', { name: 'Выйти' }).click()
    await expect(page).toHaveURL('/')
  })

  test('a child has left: date, reason, signature, and the filled-in place of M1 §4', async ({
    page,
    sandbox,
    reader,
    look,
  }) => {
    const work = await workOf(sandbox)
    const [number = '', iin = ''] = addressOf('KEZEK_DEPARTING').split(':')
    await goToWork(page, sandbox, reader, work)
    await chooseWorkplace(page, work)
    await page.getByRole('link', { name: 'Балалар тізімі' }).first().click()
    await page.getByLabel('Баланың ЖСН-і: сүзгі').fill(`${iin.slice(0, 6)} ${iin.slice(6)}`)
    const row = page.getByRole('row').filter({ has: page.getByRole('cell', { name: number }) })
    await expect(row.getByRole('link', { name: 'Кетті' })).toBeVisible()
    await look('staff-roster-kk-1280')
    await row.getByRole('link', { name: 'Кетті' }).click()

    await expect(page.getByRole('heading', { name: 'Кетуді өңдеу' })).toBeVisible()
    await expect(page.getByText(`${iin.slice(0, 6)} ${iin.slice(6)}`)).toBeVisible()
    await page.getByRole('button', { name: 'Жалғастыру' }).click()
    await expect(page.getByRole('alert')).toBeFocused()
    await look('staff-departure-wrong-kk-1280')
    const day = await acceptedOn(page)
    await page.getByLabel('Кеткен күні').fill(`${String(Number(day.slice(0, 4)) + 1)}${day.slice(4)}`)
    await page.getByLabel('Кету себебі').selectOption('отбасы көшіп кетті')
    await page.getByRole('button', { name: 'Жалғастыру' }).click()
    await expect(page.getByText('Кеткен күні әлі келген жоқ.')).toBeVisible()
    await look('staff-departure-too-late-kk-1280')
    await page.getByRole('button', { name: 'Деректерді өзгерту' }).click()
    await page.getByLabel('Кеткен күні').fill(day)
    await page.getByRole('button', { name: 'Жалғастыру' }).click()
    await expect(page.getByRole('region', { name: 'Қол қойылатын мәтін' })).toContainText(number)
    await look('staff-departure-sign-kk-1280')
    const signed = await reader.signedDuring(async () => {
      await page.getByRole('button', { name: 'Қол қою және жіберу' }).click()
      await expect(page.getByText(/^Бала тізімнен шығарылды/)).toBeVisible()
    })
    expect(signed).toBe(1)
    await expect(page.getByText('автоматты түрде ҚОСПАЙДЫ')).toBeVisible()
    await look('staff-departed-kk-1280')

    await page.getByRole('link', { name: 'Бос орынды қосу' }).click()
    await expect(page.getByLabel('Оқыту тілі')).toHaveValue('kk')
    await expect(page.getByLabel('Топтың жылы')).toHaveValue(addressOf('KEZEK_GROUP_YEAR'))
    await expect(page.getByLabel('Бос орындардың саны')).toHaveValue('1')
    await page.goto('/staff/roster?former=1')
    await expect(page.getByRole('cell', { name: number })).toBeVisible()
    await look('staff-roster-former-kk-1280')
    await page.getByRole('row').filter({ hasText: number }).getByRole('link').first().click()
    await expect(page.getByText('кетті: отбасы көшіп кетті')).toBeVisible()
    await look('staff-enrolled-child-kk-1280')
  })
})

/** The child's first day in the kindergarten as the page tells it, for the sandbox's clock is ahead of the browser's. */
async function acceptedOn(page: Page): Promise<string> {
  const told = await page
    .locator('dt', { hasText: 'Қабылданған күні' })
    .locator('xpath=following-sibling::dd')
    .innerText()
  const [, day = '', month = '', year = ''] = /(\d\d)\.(\d\d)\.(\d{4})/.exec(told) ?? []
  return `${year}-${month}-${day}`
}
