/** A page's texts are fetched beside its code, not after it: all that it speaks with stands in the table of pages. */
import { expect, test } from 'vitest'

import { pagesOf } from './pages.ts'
import { spokenBy } from './spoken.ts'

/** What stands in no table: the app has the first before any page; each form fetches the second by itself (useForm). */
const ELSEWHERE = new Set(['commonTexts', 'fieldTexts'])

const of = (app: string) =>
  pagesOf(app, 'kk').map(({ address, sources: [component = ''], texts }) => {
    return { address, texts, spoken: spokenBy(component) }
  })

test.each(['parent', 'staff'])('every page of %s names what it speaks with', (app) => {
  const missing = of(app).flatMap(({ address, texts, spoken }) =>
    [...spoken].filter((name) => !texts.includes(name) && !ELSEWHERE.has(name)).map((name) => `${address} ${name}`),
  )
  expect(missing).toEqual([])
})

test('what a page imports through others is found, too', () => {
  const settings = of('parent').find(({ address }) => address === '/settings')
  expect([...(settings?.spoken ?? [])]).toEqual(
    expect.arrayContaining(['settingsTexts', 'contactTexts', 'triesTexts', 'oldContactsTexts']),
  )
})
