import { ME, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { applicationTexts } from '../../shared/applications/texts'
import JournalPage from './JournalPage'
import { journalTexts } from './texts'

const AT = '2026-11-29T07:00:00Z'
const DISTRICT = { code: '1134', name: { kk: 'Аршалы ауданы' } }

function application(ordinal: number, given_name: string, code: string) {
  const child = { iin: '1', surname: 'Үлгіев', given_name, patronymic: null }
  const id = `00000000-0000-4000-8000-00000000000${ordinal}`
  const rest = { birth_date: '2022-05-05', submitted_at: AT, district: DISTRICT, state: { code, text: '', since: AT } }
  return { application_id: id, number: `34.UO.2026.0000${ordinal}.1`, child, ...rest }
}

const FIRST = application(1, 'Алихан', 'queued')
const SECOND = application(2, 'Айгерім', 'withdrawn')

function show(...pages: object[][]) {
  const asked: string[] = []
  const answer = (request: Request) => {
    asked.push(new URL(request.url).search)
    const next = asked.length < pages.length ? 'next-page' : null
    return { items: pages[asked.length - 1] ?? [], next }
  }
  const answers = { '/auth/me': ME, '/applications/applications': answer }
  const texts = [journalTexts, applicationTexts]
  return showPage({ page: <JournalPage />, path: '/journal', address: '/journal', texts, answers }).then(() => asked)
}

const shown = () => screen.queryAllByRole('link', { name: /^▶ Ашу: / }).map((link) => link.getAttribute('aria-label'))
const search = (text: string) =>
  fireEvent.change(screen.getByLabelText('Өтініш нөмірі немесе баланың аты-жөні'), { target: { value: text } })

afterEach(() => {
  cleanup()
  history.replaceState(null, '', '/')
})

test('a number is found however it is written, a name by its parts', async () => {
  const asked = await show([FIRST], [SECOND])
  await screen.findByText('Көрсетілгені: 2, барлығы: 2')
  expect(asked).toEqual(['?limit=50', '?limit=50&before=next-page'])
  search(' № 34.уо.2026.2.1')
  expect(shown()).toEqual(['▶ Ашу: 34.UO.2026.00002.1'])
  search('алих үлгі')
  expect(shown()).toEqual(['▶ Ашу: 34.UO.2026.00001.1'])
  search('жоқ')
  fireEvent.click(screen.getByRole('button', { name: 'Барлығын көрсету' }))
  expect(shown()).toHaveLength(2)
})

test('what is looked for stays in the address behind the hash, an IIN does not', async () => {
  await show([FIRST, SECOND])
  await screen.findByText('Көрсетілгені: 2, барлығы: 2')
  search('Айгерім')
  fireEvent.change(screen.getByLabelText('Мәртебесі'), { target: { value: 'withdrawn' } })
  cleanup()
  await show([FIRST, SECOND])
  await screen.findByText('Көрсетілгені: 1, барлығы: 2')
  expect([location.search, shown()]).toEqual(['', ['▶ Ашу: 34.UO.2026.00002.1']])
  search('991399 000009')
  expect(decodeURIComponent(location.hash)).toBe('#state=withdrawn')
})

test('one application is shown without a search, none is said to be none', async () => {
  await show([FIRST])
  await screen.findByText('Өтінішті ашу үшін «▶» батырмасын басыңыз.')
  expect(screen.queryByRole('searchbox')).toBeNull()
  cleanup()
  await show([])
  await screen.findByText('Сізде әлі өтініш жоқ.')
})
