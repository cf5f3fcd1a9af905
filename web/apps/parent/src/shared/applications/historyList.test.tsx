import type { ApplicationsHistoryView } from '@kezek/api'
import { showPage } from '@kezek/ui/testing'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { HistoryList } from './HistoryList'
import { applicationTexts } from './texts'

const LINE = {
  at: '2026-11-29T10:31:00Z',
  code: 'placed',
  text: 'Бала кезекке қойылды, кезектегі орны: 4',
  reason: 'queued',
  reason_text: 'бала кезекке қойылды',
  rule: 'order',
  ground: 'Үлгі бұйрық',
  actor: 'system',
} as unknown as ApplicationsHistoryView
const TURN = { ...LINE, code: 'turn_started', text: 'Орын ұсынылды', reason_text: 'баланың кезегі келді' }

function show(lines: ApplicationsHistoryView[]) {
  const page = <HistoryList lines={lines} />
  return showPage({ page, path: '/journal', address: '/journal', texts: [applicationTexts], answers: {} })
}

afterEach(cleanup)

test('the rule with its legal ground is there for whoever opens it, and leads to the rules', async () => {
  await show([LINE, TURN])
  const folds = screen.getAllByRole('group')
  expect(folds).toHaveLength(2)
  const names = folds.map((fold) => fold.querySelector('summary')?.textContent)
  expect(names).toEqual([`Ереже: ${LINE.text}`, `Ереже: ${TURN.text}`])
  for (const fold of folds) expect(fold).toHaveProperty('open', false)
  expect(folds[0]?.textContent).toContain('Үлгі бұйрық')
  expect(screen.getAllByRole('link')[0]?.getAttribute('href')).toBe('/rules#order')
})

test('a reason is told, unless it only says again what happened', async () => {
  await show([LINE, TURN])
  screen.getByText('Себебі: баланың кезегі келді. Кім: жүйе, ереже бойынша.')
  screen.getByText('Кім: жүйе, ереже бойынша.')
})
