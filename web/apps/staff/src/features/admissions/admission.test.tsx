import { admissionTexts, kindergartenTexts } from '@kezek/i18n'
import { signingTexts } from '@kezek/signing'
import { filesTexts } from '@kezek/ui/files'
import { ME, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { closingTexts } from '../../shared/closing/texts'
import { workplaceTexts } from '../../shared/workplace/texts'
import AdmissionPage from './AdmissionPage'
import AdmissionsPage from './AdmissionsPage'
import { admissionDeskTexts } from './texts'

const AT = '2026-11-29T05:00:00Z'
const GARDEN = { id: 'k', district: '1110', name: { kk: '«Жұлдыз»' }, closed: false, address: { kk: 'Үлгі көшесі, 7' } }
const LINE = {
  application_id: 'a',
  application_number: '10.UO.2026.00001.1',
  district: '1110',
  status: 'papers_submitted',
  referral_id: 'r',
  referral_number: '1000000101',
  issued_at: AT,
  ends_at: null,
  last_day: null,
  child_iin: '991399000009',
  child_name: 'Үлгіев Алихан',
  child_birth_date: '2022-03-08',
  kindergarten_id: 'k',
  kindergarten_name: { kk: '«Жұлдыз»' },
  kindergarten_address: { kk: 'Үлгі көшесі, 7' },
  kindergarten_phone: '77999000001',
  group_year: 2022,
  language: 'kk',
  id: 1,
  number: '110.2026.1',
  state: 'submitted',
  applicant_name: 'Үлгіева Әсем',
  created_at: AT,
  submitted_at: AT,
  accepted_at: null,
  ended_at: null,
  may_submit: false,
  returned: null,
}
const FILE = { file_id: 'f', form: '027', name: 'нысан.pdf', media_type: 'application/pdf', size: 2048 }
const OPENED = {
  ...LINE,
  applicant: {
    iin: '991399001809',
    name: 'Үлгіева Әсем',
    birth_date: null,
    identity: { number: '012345678', issued_by: 'ҚР ІІМ', valid_until: '2099-01-01' },
    address: 'Абай көшесі, 7',
    email: 'a@example.kz',
    phone: '77990000001',
  },
  submissions: [{ id: 's', at: AT, files: [FILE], contract_number: null, returned: null }],
  may_return: true,
  may_accept: true,
}
const WORKS = { ...ME, roles: ['parent', 'worker'], works_at: 'k' }

function show(page: React.ReactNode, path: string, address: string, opened: object = OPENED, asked: string[] = []) {
  return showPage({
    page,
    path,
    address,
    texts: [
      admissionDeskTexts,
      admissionTexts,
      kindergartenTexts,
      filesTexts,
      signingTexts,
      closingTexts,
      workplaceTexts,
    ],
    answers: {
      '/auth/me': WORKS,
      '/me/kindergartens': { items: [GARDEN] },
      '/referrals/kindergartens/k/admissions': ({ url }) => {
        asked.push(new URL(url).search)
        return { items: [LINE], total: 1 }
      },
      '/referrals/admissions/r': opened,
      '/applications/a/documents': { items: [{ id: 'paper', kind: 'refusal', about: 'a' }] },
    },
  })
}

afterEach(() => {
  cleanup()
  sessionStorage.clear()
})

test('who waits for the kindergarten stands in its list, with no term', async () => {
  await show(<AdmissionsPage />, '/admissions', '/admissions')
  await screen.findByText('Мерзім жүрмейді: шешімді сіз қабылдайсыз')
  expect(screen.getByRole('link', { name: '▶ Ашу: 110.2026.1' }).getAttribute('href')).toBe('/admissions/r')
})

test('the list is sorted by the API, by any column, and first as families wait', async () => {
  const asked: string[] = []
  await show(<AdmissionsPage />, '/admissions', '/admissions', OPENED, asked)
  const order = await screen.findByLabelText<HTMLSelectElement>('Реттеу')
  expect(asked).toEqual(['?offset=0&limit=50'])
  const columns = [...order.options].map(({ value }) => value.split(' ')[0])
  expect(new Set(columns)).toEqual(
    new Set(['', 'state', 'number', 'child', 'applicant', 'submitted', 'term', 'group_year']),
  )
  fireEvent.change(order, { target: { value: 'term down' } })
  await waitFor(() => expect(asked.at(-1)).toBe('?sort=term&descending=true&offset=0&limit=50'))
})

test('the files stand beside the form; papers are returned with a reason and words only', async () => {
  await show(<AdmissionPage />, '/admissions/:id', '/admissions/r')
  await screen.findByText('012345678')
  screen.getByRole('button', { name: /№ 027\/у нысаны: нысан\.pdf/ })
  fireEvent.click(screen.getByRole('button', { name: 'Құжаттарды қайтару' }))
  fireEvent.click(screen.getByRole('button', { name: 'Қол қоюға өту' }))
  expect(await screen.findAllByText('Себебін таңдаңыз')).not.toHaveLength(0)
  expect(screen.getAllByText('Түсіндірмені жазыңыз')).not.toHaveLength(0)
})

test('while an officer looks at a refusal there is nothing to decide', async () => {
  const reviewed = { ...OPENED, status: 'refusal_review', may_return: false, may_accept: false }
  await show(<AdmissionPage />, '/admissions/:id', '/admissions/r', reviewed)
  await screen.findByText('Бас тартуды білім бөлімінің уәкілетті тұлғасы қарап жатыр. Шешімін күтіңіз.')
  expect(screen.queryByRole('button', { name: 'Қабылдау' })).toBeNull()
})

test('of a refusal that stands the kindergarten has the paper', async () => {
  const refused = {
    ...OPENED,
    status: 'refused',
    state: 'rejected',
    may_return: false,
    may_accept: false,
    ended_at: AT,
  }
  await show(<AdmissionPage />, '/admissions/:id', '/admissions/r', refused)
  const paper = await screen.findByRole('link', { name: 'Бас тарту туралы қағазды қарау (PDF)' })
  expect(paper.getAttribute('href')).toBe('/api/documents/documents/paper')
  await screen.findByText('Бас тарту күшінде: бала қабылданбады, жолдаманың күші тоқтаған.')
})

test('an old row says nothing of what became of the child elsewhere', async () => {
  const old = { ...OPENED, status: null, state: 'archived', may_return: false, may_accept: false, ended_at: AT }
  await show(<AdmissionPage />, '/admissions/:id', '/admissions/r', old)
  await screen.findByText('Жолдаманың күші тоқтаған, ештеңе істеудің қажеті жоқ.')
  expect(screen.queryByRole('link', { name: 'Бас тарту туралы қағазды қарау (PDF)' })).toBeNull()
})

test('of what has ended nothing is decided', async () => {
  const ended = { ...OPENED, state: 'archived', may_return: false, may_accept: false, ended_at: AT }
  await show(<AdmissionPage />, '/admissions/:id', '/admissions/r', ended)
  await screen.findByText('Жолдаманың күші тоқтаған, ештеңе істеудің қажеті жоқ.')
  expect(screen.queryByRole('button', { name: 'Қабылдау' })).toBeNull()
})
