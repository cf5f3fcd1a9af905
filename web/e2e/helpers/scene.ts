/** The people and things that a story in Python has made ready (tests/e2e/web/gallery.py). */
import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test'

import { addressOf } from './journey.ts'

export type Child = 'waiting' | 'notified' | 'referred' | 'refused' | 'enrolled' | 'ageing'
export type Who = Child | 'new' | 'unfinished' | 'worker' | 'administrator' | 'officer'

export interface Scene {
  people: Readonly<Record<Who, { id: string; cookies: { name: string; value: string }[] }>>
  applications: Readonly<Record<Child, string>>
  /** The numbers of the referrals. */
  referrals: Readonly<Record<'referred' | 'refused' | 'enrolled', string>>
  /** The enrolled child on the worker's roster, and since which day. */
  enrolment: string
  enrolled_on: string
  /** The refused referral, by its id. */
  refusal: string
  /** Who has not applied yet, by their IINs. */
  family: { applicant: string; child: string }
  district: string
  kindergarten: string
  /** Published places, of which one is annulled. */
  vacancy: string
  check_code: string
  account_request: { id: string; number: string; code: string }
  /** The worker's, by the id that the logs know. */
  account: string
}

export function sceneOf(): Scene {
  return JSON.parse(addressOf('KEZEK_SCENE')) as Scene
}

/** A browser of somebody who has signed in, or of nobody; closed by the caller. */
export async function browserOf(
  browser: Browser,
  who: Who | undefined,
  language: string,
  options: BrowserContextOptions,
): Promise<BrowserContext> {
  const context = await browser.newContext(options)
  const url = addressOf('KEZEK_PUBLIC_URL')
  const own = who === undefined ? [] : sceneOf().people[who].cookies
  await context.addCookies([...own, { name: 'kezek_language', value: language }].map((each) => ({ ...each, url })))
  if (who !== undefined) await context.addInitScript(() => localStorage.setItem('kezek.signed-in', '1'))
  return context
}
