import { type Answers, refusal } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { seenByAdministrator } from '../../shared/admin/testing'
import { serviceTexts } from '../../shared/services/texts'
import ParkedPage from './ParkedPage'
import { parkedTexts } from './texts'

const RECORD = {
  topic: 'kezek.queue',
  partition: 1,
  offset: 7,
  kind: 'Called',
  cause: 'ValueError',
  parked_at: '2026-11-29T07:01:00Z',
  tried_at: null,
  state: 'parked',
  gone_at: null,
}
const GONE = { ...RECORD, offset: 1, state: 'gone', gone_at: '2026-11-29T08:00:00Z' }
const NONE = { items: [], total: 0, waiting: 0 }

const show = (answers: Answers) =>
  seenByAdministrator({
    Page: ParkedPage,
    address: '/system/parked',
    texts: [parkedTexts, serviceTexts],
    answers: { ...answers, '/operations/parked': NONE },
  })

afterEach(cleanup)

test('that nothing is parked is said', async () => {
  await show({})
  await screen.findByText('Өңделмеген жазба жоқ.')
})

test('once a record is asked to be replayed, the focus is where that is said, also when nothing is left', async () => {
  let parked: object = { items: [RECORD], total: 1, waiting: 1 }
  const replayed = () => {
    parked = NONE
    return { asked: 1 }
  }
  await show({ '/queue/operations/parked': () => parked, '/queue/operations/parked/replays': replayed })
  fireEvent.click(await screen.findByRole('button', { name: 'Қайта өңдеу: kezek.queue, 7' }))
  const said = await screen.findByText('1 жазба қайта өңдеуге жіберілді.')
  await expect.poll(() => screen.queryByRole('button', { name: /Қайта өңдеу:/ })).toBeNull()
  expect(document.activeElement).toBe(said)
})

test('a replay that is refused is told, and has the focus', async () => {
  const parked = { '/queue/operations/parked': { items: [RECORD], total: 1, waiting: 1 } }
  await show({ ...parked, '/parked/replays': refusal('permission_missing') })
  fireEvent.click(await screen.findByRole('button', { name: 'Бәрін қайта өңдеу: Кезек' }))
  expect(await screen.findByRole('alert')).toBe(document.activeElement)
})

test('a part that refuses is named', async () => {
  await show({ '/queue/operations/parked': refusal('permission_missing') })
  await screen.findByText('Кезек: жауап бермейді.')
})

test('all may be replayed as long as any waits, also beyond what is listed; what is gone may not', async () => {
  await show({
    '/queue/operations/parked': { items: [GONE], total: 9, waiting: 8 },
    '/auth/operations/parked': { items: [GONE], total: 1, waiting: 0 },
  })
  await screen.findByRole('button', { name: 'Бәрін қайта өңдеу: Кезек' })
  expect(screen.getAllByRole('button', { name: /Бәрін қайта өңдеу/ })).toHaveLength(1)
  expect(screen.queryByRole('button', { name: /Қайта өңдеу:/ })).toBeNull()
})

test('a record whose state the API of the release before does not tell waits', async () => {
  await show({ '/queue/operations/parked': { items: [{ ...RECORD, state: undefined }], total: 1 } })
  await screen.findByText('Күтіп тұр')
  screen.getByRole('button', { name: 'Қайта өңдеу: kezek.queue, 7' })
})
