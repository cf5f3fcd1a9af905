/** Takes every picture, and holds each page to the width of the window, with letters twice as large, too. */
import { expect, type Page, type Request, test } from '@playwright/test'
import { resolve } from 'node:path'

import { DESKTOP, PHONE, tooWide } from '../helpers/journey.ts'
import { browserOf, sceneOf } from '../helpers/scene.ts'
import { parentShots } from './parent-shots.ts'
import type { Shot } from './shot.ts'
import { staffShots } from './staff-shots.ts'

const FOLDER = resolve(import.meta.dirname, '../../../build/web-pictures')
/** React gathers for so long what several parts of a page wait for. */
const SHOWN_TOGETHER_MS = 350
const VIEWS = [
  { view: 'kk-360', language: 'kk', options: PHONE, letters: 1 },
  { view: 'kk-1280', language: 'kk', options: DESKTOP, letters: 1 },
  { view: 'kk-360-large', language: 'kk', options: PHONE, letters: 2 },
  { view: 'ru-360', language: 'ru', options: PHONE, letters: 1 },
  { view: 'ru-1280', language: 'ru', options: DESKTOP, letters: 1 },
] as const

const PAGES = [
  ...Object.entries(parentShots).map(([address, shots]) => ({ app: 'parent', base: '', address, shots })),
  ...Object.entries(staffShots).map(([address, shots]) => ({ app: 'staff', base: '/staff', address, shots })),
]

// one language after the other: a person's account follows the language of the page
for (const { view, language, options, letters } of VIEWS) {
  for (const { app, base, address, shots } of PAGES) {
    for (const shot of shots) {
      const parts = [app, ...address.split('/').map((part) => part.replace(/[^\w-]/g, ''))]
      const name = [parts.filter(Boolean).join('-'), shot.name].filter(Boolean).join('.')
      test(`${name} ${view}`, async ({ browser }) => {
        const context = await browserOf(browser, shot.as, language, options)
        const page = await context.newPage()
        await open(page, base + (shot.at?.(sceneOf()) ?? address), shot)
        await page.evaluate((size) => (document.documentElement.style.fontSize = size), `${String(letters * 100)}%`)
        const wrong = await tooWide(page)
        await picture(page, resolve(FOLDER, view, `${name}.png`))
        expect(wrong).toEqual([])
        await context.close()
      })
    }
  }
}

async function open(page: Page, address: string, { as, act }: Shot): Promise<void> {
  const settled = settling(page)
  await page.goto(address)
  await expect(page.locator('h1')).toBeVisible()
  if (as !== undefined && as !== 'unfinished') await expect(page.locator('header a[href="/sign-in"]')).toHaveCount(0)
  await settled()
  await act?.(page, sceneOf())
  await settled()
}

/** Waits until nothing is on its way; a stream of changes is for ever. */
function settling(page: Page): () => Promise<void> {
  const asked = new Set<Request>()
  page.on('request', (request) => new URL(request.url()).pathname === '/api/auth/live' || asked.add(request))
  page.on('requestfinished', (request) => asked.delete(request))
  page.on('requestfailed', (request) => asked.delete(request))
  const silent = () => expect.poll(() => [...asked].map((request) => request.url())).toEqual([])
  return async () => {
    await silent()
    await expect(page.locator('main [class*=spinner]')).toHaveCount(0)
    await silent()
    await page.evaluate(() => document.fonts.ready)
  }
}

/** As high as the page is: Playwright's own full page forgets that it is a phone. */
async function picture(page: Page, path: string): Promise<void> {
  await page.waitForTimeout(SHOWN_TOGETHER_MS)
  const { width = 0 } = page.viewportSize() ?? {}
  await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) })
  await page.screenshot({ path })
}
