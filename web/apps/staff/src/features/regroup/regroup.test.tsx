import { kindergartenTexts } from '@kezek/i18n'
import { signingTexts } from '@kezek/signing'
import { ME, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { closingTexts } from '../../shared/closing/texts'
import { rosterSharedTexts } from '../../shared/roster/texts'
import { workplaceTexts } from '../../shared/workplace/texts'
import RegroupPage from './RegroupPage'
import { regroupTexts } from './texts'

const YEAR = new Date().getFullYear() - 3
const GARDEN = { id: 'k', name: { kk: '«Үлгі»' }, address: { kk: 'Үлгі ауылы' }, ownership: 'state', closing: null }
const GROUP = { group_year: YEAR, language: 'kk', kind: 'general', children: 2 }
const CHILDREN = ['Әли', 'Ғани'].map((given_name, index) => ({
  enrolment_id: String(index),
  surname: 'Үлгіев',
  given_name,
  patronymic: null,
  iin: '221301500013',
}))
const AUGUST = { items: [GROUP], open: true, first_day: '2026-08-01', last_day: '2026-08-31' }

function show(groups: object) {
  return showPage({
    page: <RegroupPage />,
    path: '/roster/groups',
    address: '/roster/groups',
    texts: [regroupTexts, rosterSharedTexts, workplaceTexts, closingTexts, kindergartenTexts, signingTexts],
    answers: {
      '/auth/me': { ...ME, roles: ['parent', 'worker'], grants: [{ role: 'worker' }], works_at: 'k' },
      '/me/kindergartens': { items: [GARDEN] },
      '/roster/groups': groups,
      '/roster/search': { items: CHILDREN, total: 2 },
    },
  })
}

afterEach(cleanup)

test('outside of the month it is said when children go over, and nothing is asked', async () => {
  await show({ ...AUGUST, open: false })
  await screen.findByText('Балалар 01.08.2026 – 31.08.2026 аралығында ауыстырылады.')
  expect(screen.queryByLabelText('Қай топтан')).toBeNull()
})

test('children and another group are asked for, then all of them go by one signature', async () => {
  await show(AUGUST)
  fireEvent.change(await screen.findByLabelText('Қай топтан'), { target: { value: '0' } })
  const next = screen.getByRole('button', { name: 'Жалғастыру' })
  await screen.findByText('Үлгіев Ғани')
  fireEvent.click(next)
  expect(screen.getAllByText('Кемінде бір баланы белгілеңіз').length).toBeGreaterThan(0)
  expect(screen.getAllByText('Балалар осы топта тұр: басқа топты таңдаңыз').length).toBeGreaterThan(0)
  fireEvent.click(screen.getByLabelText(/^Топтың барлық баласы: 2/))
  fireEvent.change(screen.getByLabelText('Топтың жылы'), { target: { value: String(YEAR - 1) } })
  fireEvent.click(next)
  await screen.findByText('Ауыстыруға ЭЦҚ арқылы қол қою')
})
