import { admissionTexts, kindergartenTexts } from '@kezek/i18n'
import { filesTexts } from '@kezek/ui/files'
import { ME, showPage } from '@kezek/ui/testing'
import { cleanup, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'

import AdmissionPage from './AdmissionPage'
import AdmissionsPage from './AdmissionsPage'
import { admissionsTexts } from './texts'

const AT = '2026-12-01T19:00:00Z'
const ARCHIVED = {
  application_id: 'a',
  application_number: '10.UO.2026.00001.1',
  referral_id: 'r',
  referral_number: '1000000101',
  ends_at: null,
  child_iin: '991399000009',
  child_name: 'Үлгіев Алихан',
  child_birth_date: '2022-03-08',
  kindergarten_name: { kk: '«Жұлдыз»' },
  group_year: 2022,
  language: 'kk',
  id: 1,
  number: '110.2026.1',
  state: 'archived',
  applicant_name: 'Үлгіева Әсем',
  created_at: AT,
  submitted_at: null,
  accepted_at: null,
  ended_at: AT,
  may_submit: false,
  returned: null,
}
const OPENED = { ...ARCHIVED, applicant: {}, submissions: [], may_return: false, may_accept: false }

function show(page: ReactNode, path: string, address: string) {
  return showPage({
    page,
    path,
    address,
    texts: [admissionsTexts, admissionTexts, kindergartenTexts, filesTexts],
    answers: {
      '/auth/me': ME,
      '/referrals/admissions': { items: [ARCHIVED], total: 1 },
      '/referrals/applications/a/admissions/r': OPENED,
    },
  })
}

afterEach(cleanup)

test('of a referral for which nothing was handed in the journal says so, and how it ended', async () => {
  await show(<AdmissionsPage />, '/admissions', '/admissions')
  await screen.findByText('Мұрағатта')
  screen.getByText('Құжаттар мерзімінде тапсырылмады')
  expect(screen.getByRole('link', { name: '▶ Ашу: 110.2026.1' }).getAttribute('href')).toBe('/admissions/a/r')
})

test('its history has one line: archived by itself', async () => {
  await show(<AdmissionPage />, '/admissions/:application/:referral/:tab?', '/admissions/a/r/history')
  await screen.findByText('Құжаттар мерзімінде тапсырылмады, өтінім автоматты түрде мұрағатқа жіберілді')
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
})
