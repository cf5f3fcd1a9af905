/** Two families swap their children's kindergartens: a code passes between them, both kindergartens approve (domain §7.swap). */
import { type Browser, expect, type Page } from '@playwright/test'

import { addressOf, DESKTOP, PHONE, test } from '../helpers/journey.ts'
import type { Reader } from '../helpers/ncalayer.ts'
import type { Sandbox } from '../helpers/sandbox.ts'
import { signInByKey } from '../helpers/signingIn.ts'
import { atTheirDesk, goToWork } from '../helpers/working.ts'

const [ONE = '', FIRST = '', OTHER = '', SECOND = '', WORKER = '', GARDEN = ''] = addressOf('KEZEK_SWAP').split(':')

test.describe('on a phone', () => {
  test.use(PHONE)

  test('one family proposes, the other joins by the code, both kindergartens approve, the children change', async ({
    page,
    browser,
    sandbox,
    reader,
    look,
  }) => {
    await signIn(page, sandbox, reader, ONE, '/cabinet')
    await page.getByRole('link', { name: 'Орын алмасу' }).click()
    await page.getByText('Орын алмасуды ұсыну', { exact: true }).click()
    await page.getByLabel('Екінші баланың балабақшасы').selectOption(GARDEN)
    await look('swap-propose-kk-360')
    await page.getByRole('button', { name: 'Келесі' }).click()
    await page.getByRole('button', { name: 'Қол қою және ұсыну' }).click()
    const code = await page.getByText(/^\d{5} \d{5}$/).innerText()
    await look('swap-code-kk-360')

    const theirs = await browser.newPage({ ...PHONE, baseURL: addressOf('KEZEK_PUBLIC_URL') })
    await signIn(theirs, sandbox, reader, OTHER, `/swap/${SECOND}`)
    await theirs.getByText('Код бойынша қосылу', { exact: true }).click()
    await theirs.getByLabel('Екінші отбасы берген код').fill(code)
    await theirs.getByRole('button', { name: 'Келесі' }).click()
    await theirs.getByRole('button', { name: 'Қол қою және қосылу' }).click()
    await expect(theirs.getByText('Балабақшалардың шешімі күтілуде')).toBeVisible()
    await expect(page.getByText('Балабақшалардың шешімі күтілуде')).toBeVisible() // by itself
    await look('swap-joined-kk-360')

    const desk = await atDesk(browser, sandbox, reader)
    expect(await approve(desk)).toContain('Келісім берілді')
    await desk.close()
    await expect(page.getByText('Екінші шешім күтілуде')).toBeVisible()
    const own = await atTheirDesk(browser, sandbox, reader)
    expect(await approve(own)).toContain('Балалар орын ауыстырды.')
    await own.close()

    await expect(page.getByText(/Балалар орын ауыстырды/)).toBeVisible()
    await look('swap-done-kk-360')
    const answer = await page.request.get(`/api/kindergartens/kindergartens/${GARDEN}`)
    const { name } = (await answer.json()) as { name: { kk: string } }
    await page.goto('/cabinet')
    await expect(page.getByText(`Баратын жері: ${name.kk}.`)).toBeVisible({ timeout: 20_000 })
    await page.goto(`/journal/${FIRST}/history`)
    await expect(page.getByText(/бала енді баратын балабақша/).first()).toBeVisible()
    await theirs.close()
  })
})

/** Looks both children over and approves; what is said then. */
async function approve(desk: Page): Promise<string> {
  await desk.goto('/staff/swaps')
  await desk.getByRole('link', { name: /орын алмасуды қарау/ }).click()
  await expect(desk.getByRole('heading', { name: 'Бізге келеді' })).toBeVisible()
  await desk.getByText('Келісу', { exact: true }).click()
  await desk.getByRole('button', { name: 'Келесі' }).click()
  await desk.getByRole('button', { name: 'Қол қою және келісу' }).click()
  return desk
    .getByText(/^(Келісім берілді|Балалар орын ауыстырды\.)/)
    .first()
    .innerText()
}

/** The worker of the other kindergarten, who works there alone. */
async function atDesk(browser: Browser, sandbox: Sandbox, reader: Reader): Promise<Page> {
  const page = await browser.newPage({ ...DESKTOP, baseURL: addressOf('KEZEK_PUBLIC_URL') })
  await goToWork(page, sandbox, reader, { who: await sandbox.person(WORKER), kindergarten: GARDEN })
  return page
}

async function signIn(page: Page, sandbox: Sandbox, reader: Reader, who: string, next: string): Promise<void> {
  await page.goto(`/sign-in?way=eds&next=${encodeURIComponent(next)}`)
  await signInByKey(page, reader, await sandbox.person(who))
  await page.waitForURL(({ pathname }) => pathname === next)
}
