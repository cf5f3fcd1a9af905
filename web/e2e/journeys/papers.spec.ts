/** M5 on a phone: the window, the applicant, the child's forms, the signature, and the application in its journal. */
import { expect, type Page } from '@playwright/test'

import { addressOf, PHONE, test } from '../helpers/journey.ts'
import type { Reader } from '../helpers/ncalayer.ts'
import type { Sandbox } from '../helpers/sandbox.ts'
import { attach } from '../helpers/scan.ts'
import { signInByKey } from '../helpers/signingIn.ts'

test.describe('on a phone', () => {
  test.use(PHONE)

  test('a family hands in the admission papers of its child', async ({ page, sandbox, reader, look }) => {
    const [mother = '', number = ''] = addressOf('KEZEK_HANDS_IN').split(':')
    await signIn(page, sandbox, reader, mother)
    await page.getByRole('link', { name: 'Баланы мектепке дейінгі ұйымға қабылдау үшін құжаттарды тапсыру' }).click()
    await expect(page.getByRole('heading', { name: 'Нұсқаулық' })).toBeVisible()
    await page.getByRole('button', { name: 'Өтініш беру' }).click()
    await expect(page.getByText('Нұсқаулықпен танысқаныңызды растаңыз').first()).toBeVisible()
    await page.getByLabel('Нұсқаулықпен таныстым').press('Space')
    await look('papers-about-kk-360')
    await page.getByRole('button', { name: 'Өтініш беру' }).click()

    await fillApplicant(page)
    await look('papers-applicant-kk-360')
    await page.getByRole('button', { name: 'Келесі қадам' }).click()
    await tickChild(page)
    await expect(page.getByText(`№ ${number}`, { exact: true })).toBeVisible()
    await expect(page.getByText('Барлық құжаттың сапалы көшірмесін ғана тіркеңіз.')).toBeVisible()
    for (const form of ['065/у', '027/у', '052-2/у']) await attach(page, `№ ${form} нысаны`, 'нысан.pdf')
    await look('papers-files-kk-360')
    await signAndSend(page)
    await expect(page.getByText('Берілді', { exact: true })).toBeVisible()
    await look('admission-kk-360')
  })
})

async function signIn(page: Page, sandbox: Sandbox, reader: Reader, mother: string): Promise<void> {
  await page.goto('/sign-in?way=eds&next=%2Fcabinet')
  await page.getByText('Осы құрылғыда ЭЦҚ-мен кіру').click()
  await signInByKey(page, reader, await sandbox.person(mother))
  await page.waitForURL('/cabinet')
}

async function fillApplicant(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Келесі қадам' }).click()
  await expect(page.getByText('Бұл жолды толтырыңыз').first()).toBeVisible()
  await page.getByLabel('Жеке куәлік нөмірі').fill('012345678')
  await page.getByLabel('Берген орган').fill('ҚР ІІМ')
  await page.getByLabel('Жарамдылық мерзімі').fill('2099-01-01')
  await expect(page.getByLabel('Өтініш берушінің мекенжайы')).not.toHaveValue('')
}

async function tickChild(page: Page): Promise<void> {
  await page.getByRole('checkbox').first().press('Space')
}

async function signAndSend(page: Page): Promise<void> {
  await expect(page.getByRole('link', { name: /^№ \d{4}-\d{4}-\d{6} келісімшартты оқу/ })).toBeVisible()
  await page.getByLabel('Келісімшартты оқыдым, шарттарымен келісемін').press('Space')
  await page.getByRole('button', { name: 'Қол қоюға өту' }).click()
  await page.getByRole('button', { name: 'Қол қою және жіберу' }).click()
  await page.waitForURL(/\/admissions\//)
}
