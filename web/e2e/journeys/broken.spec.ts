import type { Page, Route } from '@playwright/test'

import { DESKTOP, expect, test } from '../helpers/journey.ts'
import { type Family, family, fullName, ticksChild } from '../helpers/people.ts'
import { signInByKey } from '../helpers/signingIn.ts'

test.use(DESKTOP)

const STATEMENT = { name: 'Қол қойылатын мәтін' }

test('the connection breaks and the session ends, somebody else comes: nothing is lost, shown or signed twice', async ({
  page,
  sandbox,
  reader,
  context,
  look,
}) => {
  const first = await family(sandbox, 2)
  const second = await family(sandbox, 3)
  await page.goto('/sign-in?next=%2Fapply')
  await signInByKey(page, reader, first.mother)
  await page.getByText('Деректерді өзекті күйде ұстауға міндеттенемін').click()
  await page.getByText('Алгоритммен таныстым').click()
  await page.getByRole('button', { name: 'Өтініш беру' }).click()

  // the connection breaks in the middle of the form
  await page.getByLabel('Телефон нөмірі').fill('8 (799) 123-45-67')
  await context.setOffline(true)
  await page.getByLabel('Email').fill('typed@example.kz')
  await page.getByRole('button', { name: 'Келесі' }).click()
  await context.setOffline(false)
  await ticksChild(page, first.child)
  await page.getByLabel('1-қалауыңыз').selectOption('қазақ тілі')
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Келесі' }).click()
  await expect(page.getByText('Сервермен байланыс жоқ.')).toBeVisible()
  await look('apply-offline-kk-1280')
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Құжатты қайта дайындау' }).click()
  await expect(page.getByRole('region', STATEMENT)).toContainText('typed@example.kz')

  // the session ends in the middle of the form, and somebody else signs in on the same device
  await endSession(page)
  await expect(page).toHaveURL(/sign-in/)
  await signInByKey(page, reader, second.mother)
  await expect(page.getByRole('heading', { name: 'Жалпы білім беру кезегіне қоюға өтініш формасы' })).toBeVisible()
  await expect(page.getByText('Бұрын толтыра бастаған өтінішіңіз ашылды.')).toBeHidden()
  await expect(page.getByLabel('Алгоритммен таныстым')).not.toBeChecked()
  expect(await nothingOf(page, first)).toBe(true)
  await page.goto('/cabinet')
  await expect(page.getByText('Сізде әлі өтініш жоқ.')).toBeVisible()
  expect(await nothingOf(page, first)).toBe(true)
  await endSession(page)

  // nothing that was typed is lost
  await page.goto('/apply?step=check')
  await signInByKey(page, reader, first.mother)
  await expect(page.getByRole('region', STATEMENT)).toContainText('typed@example.kz')
  await expect(page.getByText('+7 799 123 45 67').first()).toBeVisible()

  // the connection breaks while it is signed, but for NCALayer, which is on this machine; then the answer to the other
  // signature is lost
  const { asked } = await reader.set({ person: first.mother.id, delay_ms: 1_500 })
  const signed = await reader.signedDuring(async () => {
    await page.getByRole('button', { name: 'Кезекке тұру' }).dblclick()
    await expect.poll(async () => (await reader.view()).asked).toBeGreaterThan(asked)
    await page.route('**/api/**', (route) => route.abort('internetdisconnected'))
    await expect(page.getByText(/Жауап келмей қалды/)).toBeVisible({ timeout: 15_000 })
    await look('sign-lost-kk-1280')
    await page.unroute('**/api/**')
    await expect(page.getByRole('heading', { name: 'Өтініш қабылданды' })).toBeVisible({ timeout: 20_000 })

    await page.getByRole('link', { name: 'Балаларым бетіне өту' }).click()
    await page.getByRole('link', { name: /^Еркін таңдауда/ }).click()
    await page
      .getByRole('link', { name: /^Таңдау/ })
      .first()
      .click()
    const loseTheAnswer = async (route: Route) => {
      await route.fetch()
      await route.abort('internetdisconnected')
    }
    await page.route('**/api/referrals/acts/*/signature', loseTheAnswer, { times: 1 })
    await page.getByRole('button', { name: 'Қол қою және жіберу' }).click()
    await expect(page.getByRole('heading', { name: /№ \d{10} жолдама/ })).toBeVisible({ timeout: 20_000 })
  })
  expect(signed).toBe(2)
  expect(await applications(page)).toBe(1)
})

/** As it ends by itself: the page is not told. */
async function endSession(page: Page): Promise<void> {
  expect((await page.request.delete('/api/auth/sessions/current')).status()).toBe(204)
}

/** Neither on the page nor in what this device keeps. */
async function nothingOf(page: Page, { mother, child }: Family): Promise<boolean> {
  const shown = await page.content()
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie]))
  const theirs = [mother.person.iin, child.person.iin, fullName(child), mother.phone, 'typed@example.kz', '1234567']
  return theirs.every((each) => !shown.includes(each) && !kept.includes(each))
}

async function applications(page: Page): Promise<number> {
  const answer = await page.request.get('/api/applications/applications')
  return ((await answer.json()) as { items: unknown[] }).items.length
}
