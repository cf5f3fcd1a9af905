/** Two called families choose each other's held places; one of them looks for the nearer one on the map. */
import { expect, type Page } from '@playwright/test'

import { addressOf, DESKTOP, PHONE, test } from '../helpers/journey.ts'
import type { Reader } from '../helpers/ncalayer.ts'
import type { Sandbox } from '../helpers/sandbox.ts'
import { signInByKey } from '../helpers/signingIn.ts'

const HELD = /үшін сақталған орын$/
const OTHERS = 'Кезегі келген басқа балаларға сақталған орындар'
const [ONE = '', FIRST = '', OTHER = '', SECOND = ''] = addressOf('KEZEK_EXCHANGE').split(':')
/** Names of the place held for the first family, and of the one it takes. */
const seen = { held: '', taken: '' }

test.describe.configure({ mode: 'serial' })

test.describe('on a phone', () => {
  test.use(PHONE)

  test('a called family sets its point on the map and takes the place held for another', async ({
    page,
    sandbox,
    reader,
    look,
  }) => {
    await signIn(page, sandbox, reader, ONE, `/choose/${FIRST}`)
    seen.held = await nameIn(page, HELD)
    seen.taken = await nameIn(page, OTHERS)
    await page.getByText('Картадан қарау және арақашықтықты есептеу').click()
    const map = page.getByRole('application', { name: 'Балабақшалардың қарапайым картасы' })
    const box = await map.boundingBox()
    await map.click({ position: { x: (box?.width ?? 0) / 2, y: 20 } })
    const distances = [HELD, OTHERS].map((name) =>
      page.getByRole('region', { name }).getByText(/Белгіленген нүктеден .+ \(түзу сызықпен\)/),
    )
    for (const distance of distances) await expect(distance).toBeVisible()
    await map.press('ArrowLeft')
    await look('choose-map-kk-360')
    await page.reload()
    for (const distance of distances) await expect(distance).toBeVisible() // kept on this device
    await page
      .getByRole('region', { name: OTHERS })
      .getByRole('link', { name: /^Таңдау/ })
      .click()
    await expect(page.getByText(/ешкім орынсыз қалмайды/)).toBeVisible()
    await look('choose-exchange-kk-360')
    await sign(page)
  })
})

test.describe('on a desktop', () => {
  test.use(DESKTOP)

  test('the other family finds the first one’s place held for it, and takes it', async ({
    page,
    sandbox,
    reader,
    look,
  }) => {
    await signIn(page, sandbox, reader, OTHER, `/choose/${SECOND}`)
    expect(await nameIn(page, HELD)).toContain(bare(seen.held))
    await expect(page.getByRole('region', { name: OTHERS })).toBeHidden()
    await look('choose-exchanged-kk-1280')
    await page.goto(`/journal`)
    await expect(page.getByRole('link', { name: 'Мемлекеттік балабақшаны таңдау' })).toBeVisible()
    await look('journal-choice-kk-1280')
    await page.goto(`/journal/${SECOND}/history`)
    await expect(page.getByText(/бұрынғысын басқа отбасы таңдады/).first()).toBeVisible()
    await page.goto(`/choose/${SECOND}`)
    await page.getByRole('link', { name: /^Таңдау/ }).click()
    await sign(page)
    await expect(page.getByText(bare(seen.held)).first()).toBeVisible()
  })
})

/** Without its number on the map. */
function bare(name: string): string {
  return name.replace(/^\d+\. /, '')
}

async function nameIn(page: Page, region: string | RegExp): Promise<string> {
  const part = page.getByRole('region', { name: region })
  return part.getByRole('heading', { level: 3 }).innerText()
}

async function sign(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Қол қою және жіберу' }).click()
  await expect(page.getByRole('heading', { name: /№ \d{10} жолдама/ })).toBeVisible()
}

async function signIn(page: Page, sandbox: Sandbox, reader: Reader, who: string, next: string): Promise<void> {
  await page.goto(`/sign-in?way=eds&next=${encodeURIComponent(next)}`)
  await signInByKey(page, reader, await sandbox.person(who))
  await page.waitForURL(({ pathname }) => pathname === next)
}
