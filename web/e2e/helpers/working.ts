/** What a worker of a kindergarten does in a browser, in Kazakh: their journeys and those of families meet in these steps. */
import { type Browser, expect, type Page } from '@playwright/test'

import { addressOf, DESKTOP } from './journey.ts'
import type { Reader } from './ncalayer.ts'
import type { Resident, Sandbox } from './sandbox.ts'
import { confirmEmail, signInByKey } from './signingIn.ts'

/** Who works in the kindergarten of these journeys, and where: they work in another one, too. */
export interface Work {
  who: Resident
  kindergarten: string
}

export async function workOf(sandbox: Sandbox): Promise<Work> {
  const [id = '', kindergarten = ''] = addressOf('KEZEK_WORKER').split(':')
  return { who: await sandbox.person(id), kindergarten }
}

/** Signs in by key and arrives where the kindergarten is chosen, for the first time or not. */
export async function goToWork(page: Page, sandbox: Sandbox, reader: Reader, { who }: Work): Promise<void> {
  await page.goto('/sign-in?way=eds&next=%2Fstaff')
  await signInByKey(page, reader, who)
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in')
  if (new URL(page.url()).pathname === '/first-email') await confirmEmail(page, sandbox, who)
  await page.waitForURL('/staff')
}

/** Takes the kindergarten of these journeys; its name. */
export async function chooseWorkplace(page: Page, { kindergarten }: Work): Promise<string> {
  const answer = await page.request.get(`/api/kindergartens/kindergartens/${kindergarten}`)
  const { name } = (await answer.json()) as { name: { kk: string } }
  await page.getByRole('button', { name: `Таңдау: ${name.kk}` }).click()
  await expect(page.getByText(`Жұмыс орныңыз: ${name.kk}`)).toBeVisible()
  return name.kk
}

/** A browser of their own at their desk, in the chosen kindergarten. */
export async function atTheirDesk(browser: Browser, sandbox: Sandbox, reader: Reader): Promise<Page> {
  const work = await workOf(sandbox)
  const page = await browser.newPage({ ...DESKTOP, baseURL: addressOf('KEZEK_PUBLIC_URL') })
  await goToWork(page, sandbox, reader, work)
  await chooseWorkplace(page, work)
  return page
}

/** Publishes places for an ordinary group in Kazakh: form, question, signature. */
export async function publishPlaces(page: Page, places: number): Promise<void> {
  await page.goto('/staff/vacancies/add')
  await fillIn(page, String(places))
  await page.getByRole('button', { name: 'Сақтау' }).click()
  await page.getByRole('button', { name: 'ОК' }).click()
  await page.getByRole('button', { name: 'Қол қою', exact: true }).click()
  await expect(page.getByText('Бос орындар жарияланды.')).toBeVisible()
}

/** The form of free places. */
export async function fillIn(page: Page, places: string): Promise<void> {
  await page.getByLabel('Оқыту тілі').selectOption('kk')
  await page.getByLabel('Топтың жылы').selectOption(addressOf('KEZEK_GROUP_YEAR'))
  await page.getByLabel('Бос орындардың саны').fill(places)
}

/** Finds a referral by its number and accepts the child: card, signature, and the list it then stands in. */
export async function acceptChild(page: Page, number: string): Promise<void> {
  await page.goto('/staff/workroom')
  await page.getByLabel('Жолдама нөмірі').last().fill(number)
  await page.getByRole('button', { name: 'Іздеу' }).click()
  await page.getByRole('button', { name: 'БМҰ-ға қабылдау' }).click()
  await page.getByRole('button', { name: 'Қол қойып, қабылдау' }).click()
  await expect(page.getByText(/^Бала қабылданды/)).toBeVisible()
}
