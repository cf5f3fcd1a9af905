/** A past month's sheet: closed by a signature, contradicted by a parent, put right, closed again, approved (domain §8.sheet). */
import { type Browser, expect, type Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'

import { addressOf, DESKTOP, PHONE, test } from '../helpers/journey.ts'
import type { Reader } from '../helpers/ncalayer.ts'
import type { Sandbox } from '../helpers/sandbox.ts'
import { signInByKey } from '../helpers/signingIn.ts'
import { textOf } from '../helpers/workbook.ts'
import { goToWork } from '../helpers/working.ts'

const WRONG = 'Бірінші күні келмеген'

test.use(DESKTOP)
test.skip(process.env.KEZEK_SHEET === undefined, 'no month is over where the clock is not moved')

test('a worker closes a month by a signature; a parent reads, contradicts and then approves it', async ({
  page: desk,
  browser,
  sandbox,
  reader,
  look,
}) => {
  const [worker = '', kindergarten = '', mother = ''] = addressOf('KEZEK_SHEET').split(':')
  const iin = addressOf('KEZEK_SHEET_CHILD')
  const { surname, given } = (await sandbox.person(iin)).person.name.kk
  const child = `${surname} ${given}`
  await sandbox.sets(desk)
  await goToWork(desk, sandbox, reader, { who: await sandbox.person(worker), kindergarten })
  await opensPastMonth(desk)
  const group = desk.getByRole('main').locator('section', { hasText: child })
  await expect(group.getByText('Ай аяқталды. Сандарды тексеріп, табельді жабыңыз.')).toBeVisible()
  await expect(group.getByText('Барлық жұмыс күні белгіленген.')).toBeVisible()
  const days = group.getByRole('row', { name: child }).getByRole('cell')
  // on leave on one working day; what follows it until the month's end is none
  await expect(days).toHaveText([child, '1', '0', '1', '0', '0'])
  await look('sheet-open-kk-1280')

  await group.getByRole('button', { name: /^Айды жабу/ }).click()
  await expect(desk.getByText('келді – 1, ауырды – 0, демалыста – 1,')).toContainText(child)
  const before = await closes(desk)
  await keepsPapers(desk, child)
  await look('sheet-closed-kk-1280')

  const phone = await fromInbox(browser, sandbox, reader, mother)
  await expect(phone.getByRole('heading', { name: `Келу табелі № ${before}` })).toBeVisible()
  await expect(phone.getByText('Сіздің бекітуіңізді күтеді')).toBeVisible()
  await look('own-sheet-kk-360', phone)
  await phone.getByRole('button', { name: 'Келіспеймін' }).click()
  await phone.getByLabel('Қай жері қате').fill(WRONG)
  await phone.getByRole('button', { name: 'Жіберу' }).click()
  await expect(phone.getByText('Сіз келіспедіңіз')).toBeVisible()

  await expect(desk.getByText(`${child}: ${WRONG}`)).toBeVisible({ timeout: 20_000 }) // by itself
  await reader.set({ person: worker })
  await reopens(desk, before)
  await desk.getByRole('button', { name: /^Айды жабу/ }).click()
  const after = await closes(desk)
  expect(after).not.toBe(before)

  // by itself: nobody approves what counts no more
  await expect(phone.getByRole('heading', { name: `Келу табелі № ${after}` })).toBeVisible({ timeout: 20_000 })
  await expect(phone.getByRole('heading', { name: `Келу табелі № ${before}` })).toBeHidden()
  await phone.getByRole('button', { name: 'Бекіту' }).click()
  await expect(phone.getByText('Сіз бекіттіңіз')).toBeVisible()
  await expect(group.getByRole('definition').first()).toHaveText('1', { timeout: 20_000 })
  await desk.setViewportSize(PHONE.viewport)
  await look('sheet-approved-kk-360')
  await phone.context().close()
})

/** The month before this one, by the page of the group's day. */
async function opensPastMonth(desk: Page): Promise<void> {
  await desk.goto('/staff/attendance')
  await desk.getByRole('link', { name: 'Айдың табелі' }).click()
  await expect(desk.getByRole('button', { name: 'Келесі ай' })).toBeHidden()
  await desk.getByRole('button', { name: 'Алдыңғы ай' }).click()
  await expect(desk.getByRole('button', { name: 'Келесі ай' })).toBeVisible()
}

/** Signs that the month is closed; the sheet's number. */
async function closes(desk: Page): Promise<string> {
  await desk.getByRole('button', { name: 'Қол қою', exact: true }).click()
  await expect(desk.getByText('Ай жабылды. Қағаз бірнеше секундта дайын болады.')).toBeVisible()
  const said = await desk.getByText(/^№ \d{6}-\d{5}, .+ қол қойған: /).innerText()
  return /\d{6}-\d{5}/.exec(said)?.[0] ?? ''
}

/** The paper is asked for at once, while it is being made; the workbook names the child. */
async function keepsPapers(desk: Page, child: string): Promise<void> {
  const paper = desk.waitForEvent('download', { timeout: 30_000 })
  await desk.getByRole('button', { name: /^Қазақша PDF/ }).click()
  expect((await readFile(await (await paper).path())).subarray(0, 5).toString()).toBe('%PDF-')
  const workbook = desk.waitForEvent('download')
  await desk.getByRole('link', { name: /^Сағаттарымен, XLSX/ }).click()
  expect(textOf(await readFile(await (await workbook).path()))).toContain(child)
}

/** Why, and the signature; the paper is void then. */
async function reopens(desk: Page, number: string): Promise<void> {
  await desk.getByRole('button', { name: /^Қайта ашу/ }).click()
  await desk.getByRole('button', { name: 'Әрі қарай' }).click()
  await expect(desk.getByText('Бұл өрісті толтырыңыз').first()).toBeVisible()
  await desk.getByLabel('Неге қайта ашылады').fill('Ата-анасы келіспеді')
  await desk.getByRole('button', { name: 'Әрі қарай' }).click()
  await desk.getByRole('button', { name: 'Қол қою', exact: true }).click()
  await expect(desk.getByText('Ай қайта ашылды.')).toBeVisible()
  await expect(desk.getByText(`№ ${number} табель қайта ашылды: `)).toBeVisible()
  await expect(desk.getByRole('button', { name: /PDF/ })).toBeHidden()
}

/** On a phone of their own, by the message that asks for their word. */
async function fromInbox(browser: Browser, sandbox: Sandbox, reader: Reader, mother: string): Promise<Page> {
  const page = await (await browser.newContext({ ...PHONE, baseURL: addressOf('KEZEK_PUBLIC_URL') })).newPage()
  await sandbox.sets(page)
  await page.goto('/sign-in?way=eds&next=%2Finbox')
  await signInByKey(page, reader, await sandbox.person(mother))
  await page.waitForURL('/inbox')
  await page.getByRole('button', { name: 'Баланың айлық табелін бекітіңіз' }).click({ timeout: 20_000 })
  await page.getByRole('link', { name: 'Келуі мен кетуі' }).click()
  return page
}
