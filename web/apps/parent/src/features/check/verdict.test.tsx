import type { DocumentsCheckView } from '@kezek/api'
import { showPage } from '@kezek/ui/testing'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { checkTexts } from './texts'
import { Verdict } from './Verdict'

const PAPER = { status: 'valid', kindergarten: { kk: '«Жұлдыз»' }, last_day: '2099-12-03', stopped: false }

function show(more: object = {}) {
  const paper = { ...PAPER, ...more } as DocumentsCheckView
  return showPage({
    page: <Verdict code="c" paper={paper} />,
    path: '/check',
    address: '/check',
    texts: [checkTexts],
    answers: {},
  })
}

afterEach(cleanup)

test('a valid paper says its last day, one whose term stands says that instead', async () => {
  await show()
  await screen.findByText(/2099 жылғы 3 желтоқсан, сағат 24:00-ге дейін/)
  screen.getByText(/мерзімінде келу керек/)
  cleanup()
  await show({ stopped: true })
  await screen.findByText('мерзім тоқтатылған')
  screen.getByText('Жолдаманың мерзімі қазір жүрмейді.')
  expect(screen.queryByText(/2099|мерзімінде келу керек/)).toBeNull()
})

test('a closed month says which one it is, and one that was reopened that it counts no more', async () => {
  const sheet = { number: '202610-00017', month: '2026-10', digest: 'ab'.repeat(32) }
  await show({ kind: 'sheet', last_day: null, sheet })
  await screen.findByText('Табель күшінде')
  screen.getByText('2026 жылғы қазан')
  screen.getByText(sheet.digest)
  cleanup()
  await show({ kind: 'sheet', status: 'void', last_day: null, sheet })
  await screen.findByText('Табель күшін жойған')
  expect(screen.queryByText(/Жолдама/)).toBeNull()
})
