import { DESKTOP, expect, test } from '../helpers/journey.ts'
import { goToWork, worker } from '../helpers/working.ts'

test.use(DESKTOP)

test('a worker signs in and sees what is theirs', async ({ page, sandbox, reader, look }) => {
  await goToWork(page, sandbox, reader, await worker(sandbox))
  await expect(page.getByRole('heading', { name: 'БМҰ қызметкерінің жұмыс кабинеті' })).toBeVisible()
  await look('staff-home-kk-1280')
  await page.goto('/staff/workplace')
  await look('staff-workplace-kk-1280')
})
