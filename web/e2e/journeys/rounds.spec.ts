/** A district by rounds: a family orders its wishes by keyboard, the officer reads the next round and signs it. */
import { expect, type Page } from '@playwright/test'

import { addressOf, DESKTOP, PHONE, test } from '../helpers/journey.ts'
import { goToDesk, officerOf } from '../helpers/officers.ts'
import { signInByKey } from '../helpers/signingIn.ts'

// a policy begins on another day: only the story of rounds, which moves the clock, has such a district
test.skip(process.env.KEZEK_ROUNDS === undefined)
test.describe.configure({ mode: 'serial' })

test.describe('on a phone', () => {
  test.use(PHONE)

  test('a family puts kindergartens in order by keyboard, and the list is kept', async ({
    page,
    sandbox,
    reader,
    look,
  }) => {
    const [mother = '', id = '', first = '', second = ''] = addressOf('KEZEK_ROUNDS').split(':')
    await page.goto(`/sign-in?way=eds&next=${encodeURIComponent(`/queue/${id}`)}`)
    await signInByKey(page, reader, await sandbox.person(mother))
    await page.getByRole('link', { name: 'Қалаған балабақшалар' }).click()
    await expect(page.getByText('Әзірге бірде-бір балабақша таңдалмады.')).toBeVisible()
    await look('wished-empty-kk-360')
    for (const each of [second, first]) await add(page, each)
    await page.getByRole('button', { name: 'Төмен жылжыту' }).first().focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Төмен жылжыту' }).last()).toBeFocused()
    await expect(page.getByText('Өзгерістер әлі сақталған жоқ.')).toBeVisible()
    await look('wished-kk-360')
    await page.getByRole('button', { name: 'Сақтау' }).click()
    await expect(page.getByText('Тізім сақталды.')).toBeVisible()
    await page.reload()
    await expect(page.getByText(/^Күту парағында \d+-орын/)).toHaveCount(2)
    await look('wished-saved-kk-360')
  })
})

test.describe('on a desktop', () => {
  test.use(DESKTOP)

  test('the officer reads who would get which place, signs, and sees what was offered', async ({
    page,
    sandbox,
    reader,
    look,
  }) => {
    const own = await officerOf(sandbox, (district) => district === addressOf('KEZEK_DISTRICT'))
    await goToDesk(page, sandbox, reader, own)
    await page.goto('/staff/rounds')
    await expect(page.getByRole('heading', { name: 'Келесі кезең, қазір өткізілсе' })).toBeVisible()
    await look('rounds-kk-1280')
    await page.getByRole('button', { name: 'Қол қоюға өту' }).click()
    await expect(page.getByText(/Орын алатын балалар: 8/)).toBeVisible()
    await look('rounds-sign-kk-1280')
    await page.getByRole('button', { name: 'Қол қою', exact: true }).click()
    await expect(page.getByRole('heading', { name: '1-кезең' })).toBeVisible()
    await expect(page.getByText('Отбасыға ұсынылды').nth(3)).toBeVisible({ timeout: 20_000 })
    await look('round-kk-1280')
    await page.goto('/staff/rounds')
    await expect(page.getByText('Қазір бөлінетін орын жоқ.')).toBeVisible()
  })
})

async function add(page: Page, kindergarten: string): Promise<void> {
  await page.getByLabel('Балабақша қосу').selectOption(kindergarten)
  await page.getByRole('button', { name: 'Тізімге қосу' }).click()
}
