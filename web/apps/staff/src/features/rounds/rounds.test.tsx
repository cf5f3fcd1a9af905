import { kindergartenTexts } from '@kezek/i18n'
import { signingTexts } from '@kezek/signing'
import { ME, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { officerSharedTexts } from '../../shared/officer/texts'
import RoundPage from './RoundPage'
import RoundsPage from './RoundsPage'
import { roundsTexts } from './texts'

const QUEUE = { district: '1116', kind: 'general', group_year: 2023 }
const NAME = { kk: 'Бәйтерек', ru: 'Байтерек', en: 'Baiterek' }
const SEAT = { number: '16.UO.2026.00001.1', category: 1, queue: QUEUE, wish: 2, kindergarten: NAME, begun: null }
const HELD = {
  id: 'a',
  number: 1,
  held_at: '2026-11-28T05:00:00Z',
  signed_by_name: 'ҮЛГІ АДАМ',
  places: 9,
  wishing: 12,
  given: 8,
  begun: 7,
  unmade: 1,
}
const NEXT = {
  refusal: null as string | null,
  digest: '0'.repeat(64),
  waiting: 40,
  wishing: 12,
  places: 3,
  given: 2,
  queues: [{ kind: 'general', group_year: 2023, places: 3, given: 2 }],
  seats: [SEAT],
}
const TEXTS = [roundsTexts, kindergartenTexts, officerSharedTexts, signingTexts]

const OFFICER = {
  ...ME,
  method: 'eds',
  roles: ['officer'],
  grants: [{ role: 'officer', district: '1116', kindergarten_id: null }],
}
const DISTRICTS = { items: [{ code: '1116', name: NAME }] }

const show = (next: object = {}, history: object[] = [], listed = true) =>
  showPage({
    page: <RoundsPage />,
    path: '/rounds',
    address: '/rounds',
    texts: TEXTS,
    answers: {
      '/auth/me': OFFICER,
      '/kindergartens/districts': DISTRICTS,
      '/queue/rounds/waiting-lists/k': { total: 1, items: [{ ...SEAT, wish: 1, stands_at: 37 }] },
      '/queue/rounds': {
        district: '1116',
        next_round: { ...NEXT, ...next },
        history,
        waiting_list: listed,
        kindergartens: [{ kindergarten_id: 'k', name: NAME, closed: false }],
        as_of: '2026-11-29T05:00:00Z',
      },
    },
  })

afterEach(cleanup)

test('who would get which place is read before it is signed', async () => {
  await show()
  await screen.findByRole('button', { name: 'Қол қоюға өту' })
  expect(screen.getAllByText('16.UO.2026.00001.1').length).toBeGreaterThan(0)
  screen.getByRole('button', { name: 'Барлығын көрсету (2)' })
  screen.getByText('Бұл ауданда бөлу кезеңі әлі өткен жоқ.')
})

test('where nothing can be given nothing is signed, and those held stay', async () => {
  await show({ refusal: 'round_gives_nothing', given: 0, seats: [] }, [HELD])
  await screen.findByText('Қазір бөлінетін орын жоқ.')
  expect(screen.queryByRole('button', { name: 'Қол қоюға өту' })).toBeNull()
  expect(screen.getByRole('link', { name: '1-кезеңнің нәтижесін ашу' }).getAttribute('href')).toMatch(/rounds\/a$/)
})

test('where there are no rounds that is said', async () => {
  await show({ refusal: 'rounds_not_here', queues: [], seats: [], given: 0 })
  await screen.findByText('Бұл ауданда орындар кезең-кезеңмен бөлінбейді.')
  expect(screen.queryByText('Күту парақтары')).toBeNull()
})

test('the waiting list of a kindergarten is in the order of the next round', async () => {
  await show()
  fireEvent.change(await screen.findByLabelText('Балабақша', { selector: 'select' }), { target: { value: 'k' } })
  await screen.findByText('Көрсетілгені: 1, барлығы: 1')
  screen.getByText('37')
})

test('where the policy has no waiting lists kept none is offered', async () => {
  await show({}, [], false)
  await screen.findByRole('button', { name: 'Қол қоюға өту' })
  expect(screen.queryByText('Күту парақтары')).toBeNull()
})

test('of a round that was held it is said to whom its places were offered', async () => {
  await showPage({
    page: <RoundPage />,
    path: '/rounds/:id',
    address: '/rounds/a',
    texts: TEXTS,
    answers: { '/auth/me': OFFICER, '/queue/rounds/a': { round: HELD, seats: [{ ...SEAT, begun: true }] } },
  })
  expect((await screen.findAllByText('Отбасыға ұсынылды')).length).toBeGreaterThan(1)
})
