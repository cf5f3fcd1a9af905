/** M5 walked on a phone: papers handed in, returned by the kindergarten, handed in again, the child enrolled. */
import { expect, type Page } from '@playwright/test'

import { addressOf, PHONE, test } from '../helpers/journey.ts'
import type { Reader } from '../helpers/ncalayer.ts'
import type { Sandbox } from '../helpers/sandbox.ts'
import { attach } from '../helpers/scan.ts'
import { signInByKey } from '../helpers/signingIn.ts'
import { atTheirDesk } from '../helpers/working.ts'

const FORMS = ['065/у', '027/у', '052-2/у']

test.describe('on a phone', () => {
  test.use(PHONE)

  test('a family hands in admission papers, once more after their return, and its child is enrolled', async ({
    page,
    browser,
    sandbox,
    reader,
    look,
  }) => {
    const [mother = '', referral = ''] = addressOf('KEZEK_HANDS_IN').split(':')
    await signIn(page, sandbox, reader, mother)
    await page.getByRole('link', { name: 'Баланы мектепке дейінгі ұйымға қабылдау үшін құжаттарды тапсыру' }).click()
    await expect(page.getByRole('heading', { name: 'Нұсқаулық' })).toBeVisible()
    await page.getByRole('button', { name: 'Өтініш беру' }).click()
    await expect(page.getByText('Нұсқаулықпен танысқаныңызды растаңыз').first()).toBeVisible()
    await look('papers-about-kk-360')
    await begin(page)

    await fillApplicant(page)
    await look('papers-applicant-kk-360')
    await page.getByRole('button', { name: 'Келесі қадам' }).click()
    await tickChild(page)
    await expect(page.getByText(`№ ${referral}`, { exact: true })).toBeVisible()
    await expect(page.getByText('Барлық құжаттың сапалы көшірмесін ғана тіркеңіз.')).toBeVisible()
    for (const form of FORMS) await attach(page, `№ ${form} нысаны`, 'нысан.pdf')
    await look('papers-files-kk-360')
    await signAndSend(page)
    await expect(page.getByText('Берілді', { exact: true })).toBeVisible()
    await look('admission-kk-360')
    const number = /\d{3}\.\d{4}\.\d+/.exec(await page.getByRole('heading', { level: 1 }).innerText())?.[0] ?? ''

    const desk = await atTheirDesk(browser, sandbox, reader)
    await desk.goto('/staff/admissions')
    await desk.getByRole('link', { name: `▶ Ашу: ${number}`, exact: true }).click()
    await returnPapers(desk)

    await reader.set({ person: mother })
    await expect(page.getByText('027/у бұлыңғыр.')).toBeVisible()
    await page.getByRole('link', { name: 'Құжаттарды қайта тапсыру' }).click()
    await begin(page)
    await page.getByRole('button', { name: 'Келесі қадам' }).click()
    await tickChild(page)
    await page.getByRole('button', { name: 'Ауыстыру: № 027/у нысаны' }).click()
    await attach(page, '№ 027/у нысаны', 'анық.pdf')
    await look('papers-again-kk-360')
    await signAndSend(page)
    await expect(page.getByText('Берілді', { exact: true })).toBeVisible()

    await reader.set({ person: addressOf('KEZEK_WORKER').split(':')[0] ?? '' })
    await accept(desk)
    await desk.close()

    await expect(page.getByText('Қабылданды', { exact: true })).toBeVisible()
    await page.getByRole('link', { name: 'Тарих', exact: true }).click()
    await expect(page.getByText('Балабақша құжаттарды қайтарды')).toBeVisible()
    await look('admission-history-kk-360')
    await page.getByRole('link', { name: 'Құжаттар', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Өтінімге тіркемелер' })).toBeVisible()
    await expect(page.getByRole('heading', { name: 'Жалпы құжаттар' })).toBeVisible()
    await page.getByRole('link', { name: 'МДҰ-ға қабылдау үшін өтініштер журналы' }).click()
    await expect(page.getByText('Қабылдау күні').first()).toBeVisible()
    await look('admissions-kk-360')
  })
})

async function signIn(page: Page, sandbox: Sandbox, reader: Reader, mother: string): Promise<void> {
  await page.goto('/sign-in?way=eds&next=%2Fcabinet')
  await signInByKey(page, reader, await sandbox.person(mother))
  await page.waitForURL('/cabinet')
}

async function begin(page: Page): Promise<void> {
  await page.getByLabel('Нұсқаулықпен таныстым').press('Space')
  await page.getByRole('button', { name: 'Өтініш беру' }).click()
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

async function returnPapers(desk: Page): Promise<void> {
  await desk.getByRole('button', { name: /№ 027\/у нысаны: нысан\.pdf/ }).click()
  await expect(desk.getByTitle(/Файл: № 027\/у нысаны/)).toBeVisible()
  await desk.getByRole('button', { name: 'Құжаттарды қайтару' }).click()
  await desk.getByText('Көшірме оқылмайды').click()
  await desk.getByLabel('Түсіндірме').fill('027/у бұлыңғыр.')
  await desk.getByRole('button', { name: 'Қол қоюға өту' }).click()
  await desk.getByRole('button', { name: 'Қайтаруға қол қою' }).click()
  await expect(desk.getByText('Құжаттар отбасыға қайтарылды.').first()).toBeVisible()
}

/** What came again is there by itself, and may be decided on. */
async function accept(desk: Page): Promise<void> {
  await expect(desk.getByRole('button', { name: /№ 027\/у нысаны: анық\.pdf/ })).toBeVisible()
  await desk.getByRole('button', { name: 'Қабылдау', exact: true }).click()
  await desk.getByRole('button', { name: 'Қабылдауға қол қою' }).click()
  await expect(desk.getByText('Бала балабақшаға қабылданды.').first()).toBeVisible()
}
