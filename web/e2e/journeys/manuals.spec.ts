import { DESKTOP, expect, PHONE, speak, test } from '../helpers/journey.ts'

const OTHERS = ['/rules', '/privacy', '/accessibility']

test.describe('on a phone', () => {
  test.use(PHONE)

  test('from the home page to a chapter, in another language, and back', async ({ page, look }) => {
    await page.goto('/')
    await page.getByRole('main').getByRole('link', { name: 'Нұсқаулықтар' }).click()
    await look('manuals-kk-360')
    await page.getByRole('link', { name: 'Автоматтандырылған кезек деген не?' }).click()
    await expect(page).toHaveURL('/manuals/m2#automated-queue')
    await expect(page.getByRole('heading', { name: 'Автоматтандырылған кезек деген не?' })).toBeInViewport()
    await page.getByRole('navigation', { name: 'Мазмұны' }).getByRole('link', { name: 'Жолдаманы алғаннан' }).click()
    await expect(page.getByRole('heading', { name: 'Жолдаманы алғаннан кейін' })).toBeInViewport()
    await page.getByRole('button', { name: 'Рус' }).click()
    await expect(page.getByRole('heading', { name: 'Памятка для родителей', level: 1 })).toBeVisible()
    await expect(page).toHaveURL('/manuals/m2#referral')
    await expect(page.getByText('«Автоматтандырылған кезек деген не?»')).toHaveAttribute('lang', 'kk')
    await page.goBack()
    await page.goBack()
    await expect(page.getByRole('heading', { name: 'Инструкции', level: 1 })).toBeVisible()
  })

  test('every manual is in order', async ({ page, look }) => {
    await page.goto('/manuals')
    const manuals = page.getByRole('heading', { level: 2 }).getByRole('link')
    await expect(manuals).toHaveCount(5)
    const addresses = await manuals.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    for (const address of [...addresses, ...OTHERS]) {
      await page.goto(address)
      await look(`${address.slice(1).replaceAll('/', '-')}-kk-360`)
    }
  })
})

test.describe('on a desktop', () => {
  test.use(DESKTOP)

  test('the staff manual in Russian, the rules in English, and what is no manual', async ({ page, look }) => {
    await speak(page, 'ru')
    await page.goto('/manuals/m1#admission')
    await expect(page.locator('#admission')).toBeFocused()
    await look('manuals-m1-ru-1280')
    await page.getByRole('contentinfo').getByRole('link', { name: 'Правила очереди' }).click()
    await page.getByRole('button', { name: 'Eng' }).click()
    await expect(page.getByRole('heading', { name: 'Rules of the queue' })).toBeVisible()
    await look('rules-en-1280')
    await page.goto('/manuals/m9')
    await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible()
  })
})
