/** Whoever follows a document to a page of the staff's app finds it there. */
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(resolve(ROOT, file), 'utf8')
const PAGES = [...read('web/apps/staff/src/pages.ts').matchAll(/^ {2}'(\/[^']*)': page\(/gm)].map(([, page]) => page)
const DOCUMENTS = globSync(['*.md', 'docs/**/*.md', 'deploy/*/*.md', 'services/*/*.md', 'web/*.md'], { cwd: ROOT })

test('every address of the staff that documents name is that of a page', () => {
  const named = DOCUMENTS.flatMap((file) =>
    [...read(file).matchAll(/(?:`|:\d+)\/staff((?:\/[\w-]+)*)/g)].map(([, page]) => ({
      file,
      page: page === '' ? '/' : page,
    })),
  )
  expect(named.map(({ page }) => page)).toContain('/system/parked')
  expect(named.filter(({ page }) => !PAGES.includes(page))).toEqual([])
})
