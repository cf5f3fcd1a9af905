/** What becomes of a referral besides its acceptance: refused, answered, overruled and accepted; or cancelled in time. */
import { expect, type Page } from '@playwright/test'

import { addressOf, DESKTOP, PHONE, test } from '../helpers/journey.ts'
import type { Reader } from '../helpers/ncalayer.ts'
import { goToDesk, officerOf } from '../helpers/officers.ts'
import type { Sandbox } from '../helpers/sandbox.ts'
import { aScan } from '../helpers/scan.ts'
import { signInByKey } from '../helpers/signingIn.ts'
import { acceptChild, atTheirDesk, workOf } from '../helpers/working.ts'

test.describe('on a phone', () => {
  test.use(PHONE)

  test('a refused child: the family answers, the officer overrules, the kindergarten must accept', async ({
    page,
    browser,
    sandbox,
    reader,
    look,
  }) => {
    const [mother = '', id = '', number = ''] = addressOf('KEZEK_REFUSED').split(':')
    const { who } = await workOf(sandbox)
    const desk = await atTheirDesk(browser, sandbox, reader)
    await refuse(desk, number)

    await signIn(page, sandbox, reader, mother, `/referral/${id}`)
    await page.getByRole('link', { name: 'Себебін оқып, жауап беру' }).click()
    await expect(page.getByText('топта бос орын жоқ')).toBeVisible()
    await expect(page.getByText('Топ толық.')).toBeVisible()
    await page.getByLabel('Сіздің сөзіңіз').fill('Балабақшаның сайтында екі бос орын бар.')
    const file = { name: 'сурет.pdf', mimeType: 'application/pdf', buffer: aScan() }
    await page.locator('input[type=file]').first().setInputFiles(file)
    await expect(page.getByText('Дайын', { exact: true })).toBeVisible({ timeout: 30_000 })
    await look('refusal-answer-kk-360')
    await page.getByRole('button', { name: 'Жауапты жіберу' }).click()
    await expect(page.getByRole('heading', { name: 'Сіздің жауаптарыңыз' })).toBeVisible()
    await look('refusal-answered-kk-360')

    const own = await officerOf(sandbox, (district) => district === addressOf('KEZEK_DISTRICT'))
    const officer = await browser.newPage({ ...DESKTOP, baseURL: addressOf('KEZEK_PUBLIC_URL') })
    await goToDesk(officer, sandbox, reader, own)
    await overrule(officer, number)
    await officer.close()
    await expect(page.getByText('Бас тарту расталмады: балабақша баланы қабылдауға міндетті')).toBeVisible()
    await expect(page.getByText('Топта орын бар екені расталды.')).toBeVisible()
    await look('refusal-overruled-kk-360')

    await reader.set({ person: who.id })
    await find(desk, number)
    await expect(desk.getByText(/баланы қабылдауға міндеттісіз/)).toBeVisible()
    await expect(desk.getByRole('button', { name: 'Қабылдаудан бас тарту' })).toBeHidden()
    await acceptChild(desk, number)
    await desk.close()
    await page.goto('/cabinet')
    await expect(page.getByText('Қабылданды', { exact: true })).toBeVisible({ timeout: 20_000 })
  })

  test('a parent cancels the referral in time, and the child waits at its own place again', async ({
    page,
    sandbox,
    reader,
    look,
  }) => {
    const [mother = '', id = '', number = ''] = addressOf('KEZEK_CANCELS').split(':')
    await signIn(page, sandbox, reader, mother, `/referral/${id}`)
    await look('referral-acts-kk-360')
    await page.getByRole('link', { name: 'Жолдаманы жою' }).click()
    await expect(page.getByText(number)).toBeVisible()
    await expect(page.getByText(/өткізіп алған мерзім болып саналмайды/)).toBeVisible()
    await look('cancel-kk-360')
    await page.getByRole('button', { name: 'Қол қою және жою' }).click()
    await page.waitForURL(`/journal/${id}`)
    await expect(page.getByText('Кезекте', { exact: true }).first()).toBeVisible({ timeout: 20_000 })
    await page.goto(`/referral/${id}`)
    await expect(page.getByRole('link', { name: 'Жолдаманы жою' })).toBeHidden()
    await page.goto(`/cancel/${id}`)
    await expect(page.getByText('Бұл жолдаманы енді жоюға болмайды.')).toBeVisible()
  })
})

async function signIn(page: Page, sandbox: Sandbox, reader: Reader, iin: string, to: string): Promise<void> {
  await page.goto(`/sign-in?way=eds&next=${encodeURIComponent(to)}`)
  await signInByKey(page, reader, await sandbox.person(iin))
  await page.waitForURL(to)
}

async function find(desk: Page, number: string): Promise<void> {
  await desk.goto('/staff/workroom')
  await desk.getByLabel('Жолдама нөмірі').last().fill(number)
  await desk.getByRole('button', { name: 'Іздеу' }).click()
  await expect(desk.getByRole('heading', { name: new RegExp(number) })).toBeVisible()
}

/** The family came, its card is taken as a file, and the child is refused. */
async function refuse(desk: Page, number: string): Promise<void> {
  await find(desk, number)
  await desk.getByRole('button', { name: 'Келді' }).click()
  await expect(desk.getByText('Отбасы келді, жолдаманың мерзімі тоқтады.')).toBeVisible()
  await expect(desk.getByText('Жеңілдіксіз')).toBeVisible()
  const card = await desk.getByRole('link', { name: 'Баланың карточкасын жүктеу' }).getAttribute('href')
  const answer = await desk.request.get(card ?? '')
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf'])
  await desk.getByRole('button', { name: 'Қабылдаудан бас тарту' }).click()
  await desk.getByText('топта бос орын жоқ').click()
  await desk.getByLabel('Түсіндірме').fill('Топ толық.')
  await desk.getByRole('button', { name: 'Қабылдаудан бас тарту' }).click()
  await desk.getByRole('button', { name: 'Қол қойып, бас тарту' }).click()
  await expect(desk.getByText(/^Қабылдаудан бас тарту жіберілді/)).toBeVisible()
  await find(desk, number)
  await expect(desk.getByText(/уәкілетті тұлғасында қаралуда/)).toBeVisible()
}

async function overrule(officer: Page, number: string): Promise<void> {
  await officer.goto('/staff/refusals')
  await officer.getByRole('link', { name: `Ашу: № ${number} жолдама` }).click()
  await expect(officer.getByText('Топ толық.')).toBeVisible()
  await expect(officer.getByText('Балабақшаның сайтында екі бос орын бар.')).toBeVisible()
  await officer.getByRole('button', { name: /сурет\.pdf/ }).click()
  await officer.getByText('Бас тартуды растамау', { exact: true }).click()
  await officer.getByLabel('Шешімнің себебі').fill('Топта орын бар екені расталды.')
  await officer.getByRole('button', { name: 'Келесі' }).click()
  await officer.getByRole('button', { name: 'Қол қою және жіберу' }).click()
  await expect(officer.getByText('Бас тарту расталмады: балабақша баланы қабылдауға міндетті').first()).toBeVisible()
}
