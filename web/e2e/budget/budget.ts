/**
 * Measures the pages that a parent meets on the way to a place, as a cheap phone shows them: slow network, slow processor.
 *
 * Lighthouse's score is of its own model of such a phone; the largest paint is also timed with the brakes really on.
 */
import { chromium } from '@playwright/test'
import lighthouse, { type Flags } from 'lighthouse'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { resolve } from 'node:path'

import { CHROMIUM } from '../helpers/chromium.ts'
import { addressOf } from '../helpers/journey.ts'
import { type Scene, sceneOf, type Who } from '../helpers/scene.ts'

const RUNS = Number(process.env.RUNS ?? 3)
const ONLY = process.env.ONLY
const PERFORMANCE = 95
const ACCESSIBILITY = 100
const PAINT_MS = 2500
const ALL_BYTES = 200_000
/** The stream of what changes never ends, so a page is not waited for until its connections are silent. */
const LOADED_MS = 15_000
/** 150 ms there and back, 1.6 Mb/s, a processor four times slower. */
const BRAKES = {
  throttlingMethod: 'devtools',
  throttling: {
    requestLatencyMs: 150,
    downloadThroughputKbps: 1600,
    uploadThroughputKbps: 750,
    cpuSlowdownMultiplier: 4,
  },
} as const

const PAGES: readonly { name: string; as?: Who; at: (scene: Scene) => string }[] = [
  { name: 'home', at: () => '/' },
  { name: 'sign-in', at: () => '/sign-in' },
  { name: 'vacancies', at: ({ district }) => `/vacancies?district=${district}` },
  { name: 'cabinet', as: 'waiting', at: () => '/cabinet' },
  { name: 'application', as: 'new', at: () => '/apply' },
  { name: 'choice', as: 'notified', at: ({ applications }) => `/choose/${applications.notified}` },
]

interface Measured {
  performance: number
  accessibility: number
  modelled: number
  bytes: number
}

const url = addressOf('KEZEK_PUBLIC_URL')
const over: string[] = []
tell('page', 'score', 'access.', 'LCP modelled', 'LCP with brakes', 'all kB')
for (const { name, as, at } of PAGES.filter((page) => ONLY === undefined || page.name === ONLY)) {
  const browser = await browserWith(as)
  const address = url + at(sceneOf())
  const runs = await inTurn(() => scored(browser, address))
  const paint = median(await inTurn(() => painted(browser, address)))
  await browser.close()
  const [performance, accessibility] = [median(runs.map((run) => run.performance)), runs[0]?.accessibility ?? 0]
  const [modelled, bytes] = [median(runs.map((run) => run.modelled)), median(runs.map((run) => run.bytes))]
  tell(name, performance, accessibility, `${modelled} ms`, `${paint} ms`, Math.round(bytes / 1000))
  const fits = performance >= PERFORMANCE && accessibility >= ACCESSIBILITY && paint < PAINT_MS && bytes <= ALL_BYTES
  if (!fits) over.push(name)
}
if (over.length > 0) console.error(`over the budget: ${over.join(', ')}`)
process.exit(over.length)

type Opened = Awaited<ReturnType<typeof browserWith>>

/** A browser of its own, in which somebody has signed in. */
async function browserWith(who: Who | undefined) {
  const [folder, port] = [await mkdtemp(resolve(tmpdir(), 'kezek-budget-')), await freePort()]
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-dev-shm-usage', `--remote-debugging-port=${String(port)}`],
  })
  if (who !== undefined) {
    await context.addCookies(sceneOf().people[who].cookies.map((cookie) => ({ ...cookie, url })))
    const page = await context.newPage()
    await page.goto(`${url}/robots.txt`)
    await page.evaluate(() => localStorage.setItem('kezek.signed-in', '1'))
  }
  const close = async () => {
    await context.close()
    await rm(folder, { recursive: true })
  }
  return { context, port, close }
}

async function scored(browser: Opened, address: string): Promise<Measured> {
  const { categories, audits } = await visit(browser, address, { onlyCategories: ['performance', 'accessibility'] })
  return {
    performance: Math.round((categories.performance?.score ?? 0) * 100),
    accessibility: Math.round((categories.accessibility?.score ?? 0) * 100),
    modelled: Math.round(audits['largest-contentful-paint']?.numericValue ?? Infinity),
    bytes: audits['total-byte-weight']?.numericValue ?? Infinity,
  }
}

async function painted(browser: Opened, address: string): Promise<number> {
  const { audits } = await visit(browser, address, { onlyAudits: ['largest-contentful-paint'], ...BRAKES })
  return Math.round(audits['largest-contentful-paint']?.numericValue ?? Infinity)
}

/** With nothing in the cache, and signed in still. */
async function visit({ context, port }: Opened, address: string, flags: Flags) {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.clearBrowserCache')
  await page.close()
  const result = await lighthouse(address, {
    port,
    logLevel: 'error',
    disableStorageReset: true,
    maxWaitForLoad: LOADED_MS,
    ...flags,
  })
  if (!result || result.lhr.runtimeError)
    throw new Error(`${address}: ${result?.lhr.runtimeError?.message ?? 'nothing'}`)
  return result.lhr
}

async function inTurn<T>(act: () => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let run = 0; run < RUNS; run += 1) results.push(await act())
  return results
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function tell(...cells: readonly (string | number)[]): void {
  process.stdout.write(`${cells.map((cell) => String(cell).padEnd(16)).join('')}\n`)
}
