import { claimTexts } from '@kezek/i18n'
import { type Answers, ME, refusal, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { adminTexts } from '../../shared/admin/texts'
import { dashboardSharedTexts } from '../../shared/dashboards/texts'
import { officerSharedTexts } from '../../shared/officer/texts'
import DashboardPage from './DashboardPage'
import { dashboardTexts } from './texts'

const COUNTS = {
  waiting: 1200,
  by_class: { extraordinary: 3, priority: 197, general: 1000, transfer: 0 },
  called: 4,
  free: 6,
  free_choice: 2,
}
const WAITS = {
  ...{ kind: null, group_year: null, queue_class: null, called: 2, average_days: 40.4, median_days: 2.5 },
  ...{ waiting: 1200, so_far_days: 100, longest_days: 700 },
}
const FOUND = {
  district: '1116',
  as_of: '2026-11-29T08:00:00Z',
  first_day: '2025-11-29',
  last_day: '2026-11-29',
  queues: [{ queue: { district: '1116', kind: 'general', group_year: 2023 }, ...COUNTS }],
  waits: [WAITS, { ...WAITS, kind: 'general', group_year: 2023 }],
}
const DUES = { waiting: 2, overdue: 1, today: 1, later: 0, without_term: 0, asked: 0, refusals: 0 }
const FIRST = {
  ...{ claim_id: 'c', application_id: 'a', number: '16.UO.2026.00001.1', kind: 'benefit', benefit: 'large_family' },
  ...{ due_at: '2026-11-28T19:00:00Z', overdue: true },
}
const OFFICER = { ...ME, roles: ['parent', 'officer'], grants: [{ role: 'officer', district: '1116' }] }
const KNOWN: Answers = {
  '/auth/me': OFFICER,
  '/desk/due': { as_of: '2026-11-29T07:00:00Z', dues: DUES },
  '/applications/desk': { items: [FIRST], total: 2 },
  '/queue/dashboard': FOUND,
  '/kindergartens/districts': { items: [{ code: '1116', name: { kk: 'Үлгі ауданы', ru: 'Район Улги', en: 'Ulgi' } }] },
}

const show = (answers: Answers = {}, address = '/dashboard') =>
  showPage({
    page: <DashboardPage />,
    path: '/dashboard',
    address,
    texts: [dashboardTexts, dashboardSharedTexts, officerSharedTexts, adminTexts, claimTexts],
    answers: { ...answers, ...KNOWN, ...answers },
  })

const part = (name: string) => within(screen.getByRole('region', { name }))

afterEach(cleanup)

test('an officer reads what is due, who waits and how long, and keeps it as files', async () => {
  await show()
  await screen.findByRole('region', { name: 'Кім күтіп тұр' })
  const due = part('Шешім күтіп тұрған құжаттар')
  expect(due.getByText('Мерзімі өткен шешім').nextSibling?.textContent).toBe('1')
  due.getByText(/12:00/)
  const link = await due.findByRole('link', { name: '№ 16.UO.2026.00001.1 өтінішті ашу' })
  expect(link.getAttribute('href')).toBe('/desk/a')
  expect(part('Кім күтіп тұр').getAllByText(/^1\s200$/)).toHaveLength(2)
  await screen.findByText('Санаттар бойынша')
  expect(part('Қанша уақыт күтеді').getAllByText('2,5 күн')).toHaveLength(2)
  const files = screen.getByRole('link', { name: 'Күту уақыты (CSV)' })
  expect(files.getAttribute('href')).toBe('/api/queue/dashboard/file?format=csv&table=waits')
})

test('that nobody was called, nothing is due and nobody waits is said', async () => {
  const nobody = { ...WAITS, called: 0, average_days: null, median_days: null, waiting: 0, so_far_days: null }
  await show({
    '/desk/due': { as_of: FOUND.as_of, dues: { ...DUES, waiting: 0, overdue: 0, today: 0 } },
    '/queue/dashboard': { ...FOUND, queues: [], waits: [nobody] },
  })
  await screen.findByText('Қазір шешім күтіп тұрған құжат жоқ.')
  await screen.findByText('Мұнда әлі кезек жоқ.')
  await screen.findByText(/Бұл кезеңде ешкім бірінші рет шақырылған жоқ/)
  expect(screen.getAllByText('дерек жоқ').length).toBeGreaterThan(0)
})

test('a period that is refused is told, and can be put right', async () => {
  await show({
    '/queue/dashboard': ({ url }: Request) => (url.includes('from=2027') ? refusal('period_reversed', 422) : FOUND),
  })
  fireEvent.change(await screen.findByLabelText('Кезеңнің бірінші күні'), { target: { value: '2027-01-01' } })
  expect((await screen.findByRole('alert')).textContent).toContain('Кезеңнің соңы басынан бұрын тұр.')
  expect(screen.queryByRole('link', { name: 'Барлық кесте (XLSX)' })).toBeNull()
  fireEvent.change(screen.getByLabelText('Кезеңнің бірінші күні'), { target: { value: '2026-01-01' } })
  await screen.findByText('Санаттар бойынша')
  const file = screen.getByRole('link', { name: 'Барлық кесте (XLSX)' })
  expect(file.getAttribute('href')).toBe('/api/queue/dashboard/file?from=2026-01-01&format=xlsx')
})

test('where only the last day is chosen the first one is that of the numbers', async () => {
  const told = { ...FOUND, first_day: '2023-02-01', last_day: '2024-02-01' }
  await show({ '/queue/dashboard': ({ url }: Request) => (url.includes('to=2024-02-01') ? told : FOUND) })
  const first = await screen.findByLabelText<HTMLInputElement>('Кезеңнің бірінші күні')
  const last = screen.getByLabelText<HTMLInputElement>('Кезеңнің соңғы күні')
  expect([first.value, last.value]).toEqual(['2025-11-29', '2026-11-29'])
  fireEvent.change(last, { target: { value: '2024-02-01' } })
  await expect.poll(() => [first.value, last.value]).toEqual(['2023-02-01', '2024-02-01'])
})

test('an administrator looks at any district', async () => {
  const asked: string[] = []
  await show(
    {
      '/auth/me': { ...ME, roles: ['parent', 'administrator'] },
      '/applications/due': { as_of: FOUND.as_of, items: [{ district: '1116', dues: DUES }] },
      '/queue/region/dashboard': ({ url }: Request) => {
        asked.push(new URL(url).search)
        return FOUND
      },
    },
    '/dashboard?district=1116',
  )
  await screen.findByRole('region', { name: 'Кім күтіп тұр' })
  expect(asked).toEqual(['?district=1116'])
  expect(part('Шешім күтіп тұрған құжаттар').getByText('Мерзімі бүгін бітеді').nextSibling?.textContent).toBe('1')
  fireEvent.change(screen.getByLabelText('Аудан немесе қала'), { target: { value: '' } })
  await expect.poll(() => asked).toEqual(['?district=1116', ''])
})

test('who is officer and administrator sees the own decisions first, and may look at the region', async () => {
  const asked: string[] = []
  const answer = ({ url }: Request) => {
    const { pathname, search } = new URL(url)
    asked.push(pathname + search)
    return FOUND
  }
  await show(
    {
      '/auth/me': { ...OFFICER, roles: ['parent', 'officer', 'administrator'] },
      '/applications/due': { as_of: FOUND.as_of, items: [{ district: '1116', dues: DUES }] },
      '/queue/dashboard': answer,
      '/queue/region/dashboard': answer,
    },
    '/dashboard?from=2026-01-01',
  )
  await screen.findByRole('link', { name: '№ 16.UO.2026.00001.1 өтінішті ашу' })
  const district = screen.getByLabelText<HTMLSelectElement>('Аудан немесе қала')
  await expect.poll(() => district.value).toBe('1116')
  expect(new Set(asked)).toEqual(new Set(['/api/queue/dashboard', '/api/queue/dashboard?from=2026-01-01']))
  fireEvent.change(district, { target: { value: '' } })
  await expect.poll(() => asked).toContain('/api/queue/region/dashboard?from=2026-01-01')
  await expect.poll(() => screen.queryByRole('link', { name: /өтінішті ашу/ })).toBeNull()
})

test('who is no officer is told so', async () => {
  await show({ '/auth/me': ME })
  await screen.findByText('Бұл бет уәкілетті тұлғаға арналған')
})
