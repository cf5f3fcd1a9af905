/** The code of a page is blocked, comes slowly, or does not come: something readable is seen, and there is a way on. */
import { addressOf, expect, PHONE, test } from '../helpers/journey.ts'

test('where it is blocked the page says what to do', async ({ browser }) => {
  const page = await browser.newPage({ ...PHONE, javaScriptEnabled: false, baseURL: addressOf('KEZEK_PUBLIC_URL') })
  for (const address of ['/', '/staff', '/cabinet']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { name: 'Бұл бетке JavaScript керек' })).toBeVisible()
    await expect(page.getByText('Бет жүктелуде')).toBeHidden()
  }
  await page.close()
})

test('where it is slow the page says so, and after a while what to do', async ({ page }) => {
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/assets/main-*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('/', { waitUntil: 'commit' })
  await expect(page.getByText('Бет жүктелуде')).toBeVisible()
  const again = page.getByRole('link', { name: 'Бетті қайта ашу' })
  await expect(again).toBeHidden()
  await page.evaluate(() => document.getAnimations().forEach((each) => each.finish()))
  await expect(again).toBeVisible()
  release()
  await expect(page.getByRole('heading', { name: 'Балабақшаға кезек' })).toBeVisible()
  await expect(again).toBeHidden()
})

test('where the connection breaks on the way to a page it can be opened again', async ({ browser }) => {
  const page = await browser.newPage({ ...PHONE, baseURL: addressOf('KEZEK_PUBLIC_URL') })
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Балабақшаға кезек' })).toBeVisible()
  await page.context().setOffline(true)
  await page.getByRole('link', { name: 'Жолдаманы тексеру' }).click()
  await expect(page.getByRole('heading', { name: 'Бет жүктелмеді' })).toBeVisible()
  await expect(page.getByText('Интернет байланысы жоқ')).toBeVisible()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Бетті қайта ашу' }).click()
  await expect(page.getByRole('heading', { name: 'Жолдаманы тексеру' })).toBeVisible()
  await page.close()
})
