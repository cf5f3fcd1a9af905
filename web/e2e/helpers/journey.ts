/** A journey's page is watched: nothing may go wrong in its console, and every page that is looked at must be in order. */
import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { resolve } from 'node:path'

import { isExpected } from './expected.ts'
import { Reader } from './ncalayer.ts'
import { overflowing } from './overflowing.ts'
import { Sandbox } from './sandbox.ts'

export { expect } from '@playwright/test'

const SMALL = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
export const DESKTOP = { viewport: { width: 1280, height: 800 }, isMobile: false, hasTouch: false }
/** KEZEK_WIDE has journeys that are played on a phone played at a desk. */
export const PHONE = process.env.KEZEK_WIDE === undefined ? SMALL : DESKTOP

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** An IIN, a phone or an e-mail address has no place in an address. */
const PERSONAL = /(?<![0-9a-f-])\d{12}(?![0-9a-f])|7799\d{7}|@/
const PICTURES = process.env.KEZEK_PICTURES

interface Fixtures {
  sandbox: Sandbox
  reader: Reader
  /**
   * Looks a page over: accessible, as wide as the window (on a phone with letters twice as large, too), with one first
   * heading. Named, it is kept as a picture. Of several people another one's page may be said.
   */
  look: (name?: string, other?: Page) => Promise<void>
}

export const test = base.extend<Fixtures>({
  page: async ({ page }, use) => {
    const wrong = watched(page)
    await use(page)
    expect(wrong).toEqual([])
  },
  sandbox: async ({}, use) => {
    await use(new Sandbox(addressOf('KEZEK_SANDBOX_URL')))
  },
  reader: async ({}, use) => {
    await use(new Reader(addressOf('KEZEK_SANDBOX_URL')))
  },
  look: async ({ page }, use) => {
    await use((name, other = page) => lookOver(other, name))
  },
})

export function addressOf(name: string): string {
  const given = process.env[name]
  if (given === undefined) throw new Error(`${name} is not set: journeys play on a running stack`)
  return given
}

/** Shows pages in another language than Kazakh from the first one on. */
export async function speak(page: Page, language: 'kk' | 'ru' | 'en'): Promise<void> {
  await page.context().addCookies([{ name: 'kezek_language', value: language, url: addressOf('KEZEK_PUBLIC_URL') }])
}

/** On a phone the window grows with what is too wide for it: what counts is how wide it was made. */
export function tooWide(page: Page): Promise<string[]> {
  return overflowing(page, page.viewportSize()?.width ?? 0)
}

function watched(page: Page): string[] {
  const wrong: string[] = []
  page.on('request', (request) => {
    if (PERSONAL.test(decodeURIComponent(request.url()))) wrong.push(`an address tells of a person: ${request.url()}`)
  })
  page.on('pageerror', (error) => wrong.push(String(error)))
  page.on('console', (message) => {
    if (message.type() !== 'error' || isExpected(message.text(), message.location().url)) return
    wrong.push(message.text())
  })
  return wrong
}

async function lookOver(page: Page, name?: string): Promise<void> {
  expect(decodeURIComponent(page.url())).not.toMatch(PERSONAL)
  await expect(page.locator('h1')).toHaveCount(1)
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  await fits(page, name)
  if ((page.viewportSize()?.width ?? 0) > SMALL.viewport.width) return
  await lettersOf(page, '200%')
  await fits(page, name && `${name}-200`)
  await lettersOf(page, '')
}

/** Nothing is cut, or wider than the window. */
async function fits(page: Page, name?: string): Promise<void> {
  expect(await tooWide(page)).toEqual([])
  if (PICTURES !== undefined && name !== undefined)
    await page.screenshot({ path: resolve(PICTURES, `${named(page, name)}.png`), fullPage: true })
}

/** Journeys name their pictures by a phone's width. */
function named(page: Page, name: string): string {
  return name.replace('-360', `-${String(page.viewportSize()?.width)}`)
}

/** As a person sets them in the browser; what is in rem grows along. */
async function lettersOf(page: Page, size: '200%' | ''): Promise<void> {
  await page.evaluate((set) => {
    document.documentElement.style.fontSize = set
  }, size)
}
