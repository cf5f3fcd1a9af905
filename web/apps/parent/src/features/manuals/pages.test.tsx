import { makeQueryClient } from '@kezek/api'
import { refusal } from '@kezek/ui/testing'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { Route, Router } from 'wouter'

import { documents } from './documents'
import { labels } from './labels'
import ManualPage from './ManualPage'
import ManualsPage from './ManualsPage'
import { plain } from './plain'
import { MANUAL_IDS } from './model'

const DISTRICTS = { items: [{ code: '1134', name: { kk: 'Аршалы ауданы' } }] }

afterEach(() => {
  cleanup()
  localStorage.clear()
})

/** Of the services only these are there. */
function answering(answers: Record<string, object>) {
  vi.stubGlobal('fetch', ({ url }: Request) => {
    const { pathname, search } = new URL(url)
    const found = answers[pathname + search] ?? refusal('unavailable', 503)
    return Promise.resolve(Response.json(found, { status: 'status' in found ? Number(found.status) : 200 }))
  })
}

async function open(address: string, answers: Record<string, object> = {}) {
  answering(answers)
  history.replaceState(null, '', address)
  await act(async () => {
    render(
      <QueryClientProvider client={makeQueryClient()}>
        <Router>
          <Suspense>
            <Route path="/manuals" component={ManualsPage} />
            <Route path="/manuals/:id" component={ManualPage} />
          </Suspense>
        </Router>
      </QueryClientProvider>,
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

test('numbers are those of the chosen district’s policy, else the region’s, and it says whose', async () => {
  const own = { in_force: { policy: { ...policyOf(2), called_from_months: 18 } } }
  const answers = {
    '/api/kindergartens/districts': DISTRICTS,
    '/api/queue/policies': { in_force: { policy: policyOf(7) } },
    '/api/queue/policies?district=1134': own,
  }
  await open('/manuals/m2', answers)
  await screen.findByText(/Әдетте орын ұсынылған күннен кейінгі 7-жұмыс күні/)
  screen.getByText(/облыстың саясаты бойынша, ауданыңызда басқаша болуы мүмкін/)
  cleanup()
  localStorage.setItem('kezek.district', '1134')
  await open('/manuals/m2', answers)
  await screen.findByText(/Әдетте орын ұсынылған күннен кейінгі 2-жұмыс күні/)
  await screen.findByText(/таңдалған ауданның саясаты бойынша/)
  screen.getByText(/1,5 жасқа толған, 6 жасқа толмаған/)
  fireEvent.change(screen.getByLabelText('Аудан немесе қала'), { target: { value: '' } })
  await screen.findByText(/Әдетте орын ұсынылған күннен кейінгі 7-жұмыс күні/)
})

function policyOf(choice_working_days: number) {
  return {
    ...{ choice_working_days, referral_working_days: 5, stop_list_working_days: 10, misses_until_removal: 3 },
    ...{ cancel_hours: 24, review_working_days: 3, generals_per_priority: 3, called_from_months: 24 },
    ...{ called_below_months: 72, max_places: 100, quiet_from_hour: 22, quiet_until_hour: 8, paper_files: 3 },
    ...{ paper_megabytes: 10, escorts_per_child: 5, children_per_escort: 5, escort_from_years: 16 },
  }
}
