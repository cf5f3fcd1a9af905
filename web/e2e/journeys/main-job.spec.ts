import type { Page } from '@playwright/test'

import { expect, PHONE, test } from '../helpers/journey.ts'
import { family, fullName, ticksChild } from '../helpers/people.ts'
import { signInByKey } from '../helpers/signingIn.ts'
import { acceptChild, atTheirDesk, publishPlaces, workOf } from '../helpers/working.ts'

test.describe('on a phone', () => {
  test.use(PHONE)

  test('a parent applies, is called, chooses, comes with the referral, and the child is enrolled', async ({
    page,
    sandbox,
    reader,
    look,
    browser,
  }) => {
    const { mother, child } = await family(sandbox, 0)
    const { who } = await workOf(sandbox)
    const desk = await atTheirDesk(browser, sandbox, reader)
    await page.goto('/sign-in?way=eds')
    await signInByKey(page, reader, mother)
    await expect(page.getByText('Сізде әлі өтініш жоқ.')).toBeVisible()
    await look('cabinet-none-kk-360')

    await page.getByRole('link', { name: 'Өтініш беру', exact: true }).first().click()
    await look('apply-start-kk-360')
    await page.getByText('Деректерді өзекті күйде ұстауға міндеттенемін').click()
    await page.getByText('Алгоритммен таныстым').click()
    await page.getByRole('button', { name: 'Өтініш беру' }).click()
    await expect(page.getByText(fullName(mother))).toBeVisible()
    await page.getByLabel('Телефон нөмірі').fill(mother.phone)
    await look('apply-applicant-kk-360')
    await page.getByRole('button', { name: 'Келесі' }).click()
    await ticksChild(page, child)
    await page.getByLabel('1-қалауыңыз').selectOption('қазақ тілі')
    await look('apply-child-kk-360')
    await page.getByRole('button', { name: 'Келесі' }).click()
    await expect(page.getByRole('region', { name: 'Қол қойылатын мәтін' })).toContainText(fullName(child))
    await look('apply-check-kk-360')
    await page.getByRole('button', { name: 'Кезекке тұру' }).click()
    await expect(page.getByRole('heading', { name: 'Өтініш қабылданды' })).toBeVisible()
    await expect(page.getByText('1-орын')).toBeVisible()
    await look('apply-done-kk-360')

    await page.getByRole('link', { name: 'Балаларым бетіне өту' }).click()
    await expect(page.getByText('Қазір ештеңе істеудің қажеті жоқ.')).toBeVisible()
    await look('cabinet-queued-kk-360')
    const ofItsQueue = page.waitForRequest((request) => /\/api\/auth\/live\?queue=\d{4}\./.test(request.url()))
    await page.reload()
    await ofItsQueue // others' moves are told, too
    await page.getByRole('link', { name: 'Кезектегі орын туралы толығырақ' }).click()
    await expect(page.getByRole('heading', { name: 'Неге 1-орын?' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Алдында не өзгерді' })).toContainText('өзгеріс болған жоқ')
    await look('queue-kk-360')

    await page.goto('/cabinet')
    await reader.set({ person: who.id })
    await publishPlaces(desk, 1)
    await reader.set({ person: mother.id })
    await appears(page, 'Хабарлама жіберілді')
    await look('cabinet-called-kk-360')
    await page.getByRole('link', { name: 'Мемлекеттік балабақшаны таңдау' }).click()
    await expect(page.getByRole('heading', { name: /үшін сақталған орын/ })).toBeVisible()
    await look('choose-kk-360')
    await page.getByText('орыс', { exact: true }).click()
    await expect(page.getByRole('heading', { name: /үшін сақталған орын/ })).toBeHidden()
    await expect(page.getByText('Бұл тіл өтініште көрсетілмеген.')).toBeVisible()
    await page.getByRole('button', { name: 'Сүзгілерді тазалау' }).click()
    await page
      .getByRole('link', { name: /^Таңдау/ })
      .first()
      .click()
    await expect(page.getByRole('region', { name: 'Қол қойылатын мәтін' })).toContainText(fullName(child))
    await look('choose-confirm-kk-360')
    await page.getByRole('button', { name: 'Қол қою және жіберу' }).click()

    const heading = page.getByRole('heading', { name: /№ \d{10} жолдама/ })
    await expect(heading).toBeFocused()
    const paper = page.getByRole('link', { name: /^Жүктеу/ })
    await expect(paper).toBeVisible({ timeout: 20_000 })
    await look('referral-kk-360')
    const answer = await page.request.get((await paper.getAttribute('href')) ?? '')
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf'])
    const number = /\d{10}/.exec(await heading.innerText())?.[0] ?? ''

    await page.goto('/cabinet')
    await reader.set({ person: who.id })
    await acceptChild(desk, number)
    await desk.close()
    await appears(page, 'Қабылданды')
    await look('cabinet-enrolled-kk-360')
    await page.getByRole('link', { name: 'Құжаттар', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Жалпы құжаттар' })).toBeVisible()
    await look('documents-kk-360')
  })
})

/** What happens elsewhere appears by itself; in two seconds, where the machine has nothing else to do. */
async function appears(page: Page, state: string): Promise<void> {
  await expect(page.getByText(state, { exact: true })).toBeVisible({ timeout: 20_000 })
}
