import { type Answers, refusal } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { seenByAdministrator } from '../../shared/admin/testing'
import { dashboardSharedTexts } from '../../shared/dashboards/texts'
import RegionPage from './RegionPage'
import { regionTexts } from './texts'

const SUMS = {
  waiting: 12,
  by_class: { extraordinary: 1, priority: 2, general: 9, transfer: 0 },
  called: 3,
  free: 4,
  free_choice: 5,
}
const REGIONS = { district: null, version: 1, profile: 'referral', in_force_from: '2020-01-01' }
const LAST = { version: 2, published_at: '2026-11-01T05:00:00Z', signed_by_name: 'ҮЛГІ АДАМ' }
const YEAR = { year: 2026, known: true, confirmed: true, holidays: 15, worked: 2, free: 3, last: LAST }
const REGION = {
  as_of: '2026-11-29T08:00:00Z',
  districts: [
    {
      code: '1116',
      name: { kk: 'Үлгі ауданы', ru: 'Район Улги', en: 'Ulgi' },
      policy: REGIONS,
      coming: { district: '1116', version: 2, profile: 'voucher', in_force_from: '2026-12-10' },
      sums: SUMS,
    },
  ],
  sums: SUMS,
  years: [YEAR, { ...YEAR, year: 2027, confirmed: false, worked: 0, free: 0, last: { ...LAST, signed_by_name: null } }],
  benefits: 9,
  benefits_last: null,
}
const DUES = { waiting: 2, overdue: 1, today: 1, later: 0, without_term: 0, asked: 0, refusals: 0 }
const KNOWN: Answers = {
  '/queue/region': REGION,
  '/applications/due': { as_of: REGION.as_of, items: [{ district: '1116', dues: DUES }] },
  '/account-requests': { items: [], total: 3 },
}

const show = (answers: Answers = {}) =>
  seenByAdministrator({
    Page: RegionPage,
    address: '/region',
    texts: [regionTexts, dashboardSharedTexts],
    answers: { ...KNOWN, ...answers },
  })

afterEach(cleanup)

test('districts, rules and requests stand on one page, each with the way to it', async () => {
  await show()
  const district = await screen.findByRole('link', { name: 'Көрсеткіштері: Үлгі ауданы' })
  expect(district.getAttribute('href')).toBe('/dashboard?district=1116')
  const policy = screen.getByRole('link', { name: 'Саясатын көру: Үлгі ауданы' })
  expect(policy.getAttribute('href')).toBe('/rules?district=1116')
  screen.getByText(/жолдама, 1-нұсқа, 2020 жылғы 1 қаңтар күнінен бастап \(облыстікі\)/)
  screen.getByText('Келесі: ваучер, 2-нұсқа, 2026 жылғы 10 желтоқсан күнінен бастап')
  await screen.findByText('Мерзімі өткен шешім')
  await screen.findByText('3 сұрау шешім күтіп тұр.')
  screen.getByText('2-нұсқа, 2026 жылғы 1 қараша, қол қойған: ҮЛГІ АДАМ')
  screen.getByText('2-нұсқа, жүйемен бірге берілген')
})

test('what the next year lacks is said, and only of that year', async () => {
  await show()
  await screen.findByText(/^2027 жылы ауыстырылатын күндер әлі расталмаған/)
  expect(screen.queryByText(/^2026 жылы ауыстырылатын/)).toBeNull()
  cleanup()
  await show({ '/queue/region': { ...REGION, years: [YEAR, { ...YEAR, year: 2027, known: false, last: null }] } })
  await screen.findByText('2027 жылғы күнтізбе әлі жарияланған жоқ.')
})

test('decisions that could not be asked for are told, and asked for again', async () => {
  let down = true
  await show({ '/applications/due': () => (down ? refusal('permission_missing') : KNOWN['/applications/due']) })
  await screen.findByRole('alert')
  await screen.findByRole('link', { name: 'Көрсеткіштері: Үлгі ауданы' })
  expect(screen.queryByText('Мерзімі өткен шешім')).toBeNull()
  down = false
  fireEvent.click(screen.getByRole('button', { name: 'Қайталау' }))
  await screen.findByText('Мерзімі өткен шешім')
})

test('a refusal is told, and what other services answer still stands', async () => {
  await show({ '/queue/region': refusal('permission_missing') })
  await screen.findByRole('alert')
  await screen.findByText('3 сұрау шешім күтіп тұр.')
})
