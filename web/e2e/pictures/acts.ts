/** What is done on a page before its picture is taken; in no language. */
import type { Page } from '@playwright/test'

import type { Scene } from '../helpers/scene.ts'

/** The district, where the page asks for one. */
export async function chosen(page: Page, district: string): Promise<void> {
  await page.locator('main select').first().selectOption(district)
  await page.locator('h2').first().waitFor()
}

/** A change of a policy that is coming, whenever the clock stands. */
export const NUMBERS = 'from=2099-12-01&generals_per_priority=2&choice_working_days=4'

/** Three places, and with two digits more too many. */
export const OFFER = 'language=kk&group_year=2023&places=3'

/** What is signed to accept a child. */
export async function accepting(page: Page, { referrals }: Scene): Promise<void> {
  await send(page, { number: referrals.referred })
  await page.getByRole('button', { name: /^(БМҰ-ға қабылдау|Принять в ДДО)$/ }).click()
}

/** Why a child is refused. */
export async function refusing(page: Page, { referrals }: Scene): Promise<void> {
  await send(page, { number: referrals.referred })
  await page.getByRole('button', { name: /^(Қабылдаудан бас тарту|Отказать в приёме)$/ }).click()
}

/** How a template's text will look, beside it. */
export async function previewed(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Қалай көрінетінін қарау|Посмотреть, как будет выглядеть)$/ }).click()
  await page.locator('a[href^="blob:"]').waitFor()
}

/** Types into fields by their ids and sends the form. */
export async function send(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, value] of Object.entries(fields)) await page.locator(`[id="${id}"]`).fill(value)
  await page.locator('main button[type=submit]').first().click()
}

/** A paper with all that only some families say. */
export async function paper(page: Page, { family }: Scene): Promise<void> {
  await send(page, { applicant_iin: family.applicant, child_iin: family.child })
  await tick(page, BRANCHES)
}

export function sendNothing(page: Page): Promise<void> {
  return send(page, {})
}

/** Opens every fold and every form behind a button. */
export async function openAll(page: Page): Promise<void> {
  for (const summary of await page.locator('main summary').all()) await summary.click()
}

/** What a worker says of a child's day: a mark by hand. */
export async function opensForms(page: Page): Promise<void> {
  await page.locator('main section button').first().click()
}

/** A pick-up code that nobody gave. */
export async function triesACode(page: Page): Promise<void> {
  await page.getByRole('button', { name: /код бойынша беру|по коду/ }).click()
  await page.locator('#code').fill('0000 0000')
  await page.locator('form [type=submit]').click()
  await page.getByRole('alert').waitFor()
}

/** The newest message of the cabinet is opened. */
export async function opensNotice(page: Page): Promise<void> {
  await page.locator('main button[aria-expanded]').first().click()
}

/** What the family was told is asked for, which leaves a line in the reading log. */
export async function asksWhatWasTold(page: Page): Promise<void> {
  await page.locator('#told ~ button').click()
  await page.locator('a[href*="/evidence/file"]').waitFor()
}

/** The first place of the list at the counter, without its paper. */
export async function choosesAtCounter(page: Page): Promise<void> {
  await page.locator('main a[href*="?place="]').first().click()
  await page.locator('#compared').waitFor()
  await sendNothing(page)
}

export function departureOf({ enrolment }: Scene): string {
  return `/roster/${enrolment}/departure`
}

export async function departing(page: Page, { enrolled_on }: Scene): Promise<void> {
  await page.locator('#left_on').fill(enrolled_on)
  await page.locator('#reason').selectOption('moved_away')
  await sendNothing(page)
}

/** Fills the application in, so many steps; a draft of the picture before may be there. */
export async function applied(page: Page, steps: number): Promise<void> {
  await tick(page, ['data-kept', 'algorithm-read'])
  await next(page, 'applicant')
  if (steps === 1) return
  await page.locator('#phone').fill('8 799 000 11 22')
  await next(page, 'child')
  if (steps === 2) return
  await page.locator('input[type=radio]:enabled').first().check({ force: true })
  await page.locator('#wish-1').selectOption({ index: 1 })
  await tick(page, BRANCHES, false)
  await next(page, 'check')
}

/** What only some families say, all of it. */
export async function addsClaim(page: Page): Promise<void> {
  const card = page.locator('section[aria-labelledby=add-claim]')
  await card.getByRole('button').click()
  await card.locator('label[for^=kind]').first().click()
}

export async function branches(page: Page): Promise<void> {
  await applied(page, 2)
  await tick(page, BRANCHES)
}

const BRANCHES = ['non-resident', 'has-benefit', 'has-twins', 'has-needs']

async function tick(page: Page, boxes: readonly string[], on = true): Promise<void> {
  for (const box of boxes) await page.locator(`#${box}`).setChecked(on, { force: true })
}

async function next(page: Page, step: string): Promise<void> {
  await page.locator('main button[type=submit]').click()
  await page.waitForURL(`**/apply?step=${step}`)
}

/** The window before admission papers, read and ticked. */
export async function begins(page: Page): Promise<void> {
  await page.locator('#read').press('Space')
  await page.locator('main button[type=submit]').first().click()
  await page.locator('[id="identity.number"]').waitFor()
}

/** The papers of the first child. */
export async function opensChild(page: Page): Promise<void> {
  await begins(page)
  const typed = { 'identity.number': '012345678', 'identity.issued_by': 'ҚР ІІМ', 'identity.valid_until': '2099-01-01' }
  await send(page, typed)
  await page.locator('main input[type=checkbox]').first().press('Space')
  await page.locator('#forms').waitFor()
}
