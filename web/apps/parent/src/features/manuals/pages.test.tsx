import { act, cleanup, render, screen, within } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, expect, test } from 'vitest'
import { Route, Router } from 'wouter'

import { documents } from './documents'
import { labels } from './labels'
import ManualPage from './ManualPage'
import ManualsPage from './ManualsPage'
import { plain } from './inline'
import { MANUAL_IDS } from './model'

afterEach(cleanup)

async function open(address: string) {
  history.replaceState(null, '', address)
  await act(async () => {
    render(
      <Router>
        <Suspense>
          <Route path="/manuals" component={ManualsPage} />
          <Route path="/manuals/:id" component={ManualPage} />
        </Suspense>
      </Router>,
    )
    await labels.load('kk')
  })
  await screen.findByRole('heading', { level: 1 })
}

test('the list leads to every manual, and to chapters', async () => {
  await open('/manuals')
  const hrefs = screen.getAllByRole('link').map((link) => link.getAttribute('href'))
  expect(hrefs).toEqual(expect.arrayContaining([...MANUAL_IDS.map((id) => `/manuals/${id}`), '/manuals/m1#departure']))
  expect(screen.getByRole('link', { name: 'Автоматтандырылған кезек деген не?' }).getAttribute('href')).toBe(
    '/manuals/m2#automated-queue',
  )
})

test.each(MANUAL_IDS)('%s has contents that lead to its sections, and every text of it', async (id) => {
  await open(`/manuals/${id}`)
  const { sections } = await documents[id].load('kk')
  const contents = within(screen.getByRole('navigation', { name: 'Мазмұны' }))
  for (const section of sections) {
    expect(contents.getByRole('link', { name: section.title }).getAttribute('href')).toBe(`#${section.id}`)
    const text = screen.getByRole('region', { name: section.title }).textContent
    for (const block of section.blocks) {
      if ('items' in block) for (const item of block.items) expect(text).toContain(plain(item))
      else if ('text' in block) expect(text).toContain(plain(block.text))
      else for (const cell of block.rows.flat()) expect(text).toContain(plain(cell))
    }
  }
})

test('who comes by an address with an anchor is at that section', async () => {
  await open('/manuals/m1#admission')
  expect(document.activeElement?.id).toBe('admission')
})

test('what is no manual is no page', async () => {
  await open('/manuals/m9')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Мұндай бет жоқ')
})
