import type { QueuePositionView } from '@kezek/api'
import { showPage } from '@kezek/ui/testing'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { applicationTexts } from '../../shared/applications/texts'
import { OrderChanges } from './OrderChanges'
import { queueTexts } from './texts'

const AT = { position: 2, categories: [] as unknown } as QueuePositionView

function show(answer: object) {
  const [path, address] = ['/queue/:id', '/queue/1']
  const texts = [queueTexts, applicationTexts]
  return showPage({
    page: <OrderChanges id="1" position={AT} />,
    path,
    address,
    texts,
    answers: { '/changes': answer },
  })
}

function change(sequence: number, more: object) {
  const rest = { at: '2026-11-29T07:01:00Z', reason: 'turn_started', reason_text: 'баланың кезегі келді', own: false }
  return { sequence, queue_class: 'general', change: 'left', in_turn: false, more: false, many: 1, ...rest, ...more }
}

afterEach(cleanup)

test('who left before the child and who came, when and why, and not the child itself', async () => {
  const other = { queue_class: 'priority', change: 'entered', in_turn: true, more: true }
  const items = [change(3, {}), change(2, other), change(1, { own: true, change: 'entered' })]
  await show({ items, complete: true })
  await screen.findByText('Алдындағы бір бала шақырылды (жалпы негізде)')
  screen.getByText('Кезектесіп шақырылатын санатқа бір бала қосылды (бірінші кезекте)')
  expect(screen.getAllByText('29.11.2026 12:01')).toHaveLength(2)
  expect(screen.getAllByText('Себебі: баланың кезегі келді.')).toHaveLength(2)
})

test('of twins it is said how many come with the one', async () => {
  await show({ items: [change(3, { change: 'entered', more: true, many: 2 })], complete: true })
  await screen.findByText(/^Алдына .* — барлығы 2$/)
})

test('that nothing has changed is said', async () => {
  await show({ items: [change(1, { own: true, change: 'entered' })], complete: true })
  await screen.findByText('Бала кезекте тұрғалы алдында өзгеріс болған жоқ.')
})

test('where older changes were not looked at it is not said that nothing has changed', async () => {
  await show({ items: [change(1, { own: true, change: 'entered' })], complete: false })
  await screen.findByText(/^Кезектегі соңғы өзгерістердің ешқайсысы/)
  expect(screen.queryByText(/өзгеріс болған жоқ/)).toBeNull()
})

test('while the queue does not know the child nothing is refused', async () => {
  await show({ code: 'position_not_found', params: {}, status: 404 })
  await screen.findByText('Бала кезекте тұрғалы алдында өзгеріс болған жоқ.')
})

test('what is new since the last look is counted and said with its reason', async () => {
  const alike = { queue_class: 'general', in_turn: false, reason: 'turn_started', reason_text: 'баланың кезегі келді' }
  const items = [{ ...alike, change: 'left', more: false, many: 2 }]
  const since_look = { at: '2026-11-28T07:01:00Z', position: 4, items, complete: true }
  await show({ items: [], complete: true, since_look })
  await screen.findByText('Соңғы қарағаннан бері (28.11.2026 12:01)')
  screen.getByText('Кезектегі орны: 4 болған, енді 2.')
  screen.getByText(/^Алдындағы бір бала шақырылды \(жалпы негізде\) — барлығы 2\. Себебі: баланың кезегі келді/)
})
