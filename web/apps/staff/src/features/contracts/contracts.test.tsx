import { kindergartenTexts } from '@kezek/i18n'
import { type Answers, refusal } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'

import { seenByAdministrator } from '../../shared/admin/testing'
import { rulesTexts } from '../../shared/rules/texts'
import ContractsPage from './ContractsPage'
import { contractsTexts } from './texts'

const SHIPPED = {
  district: '1116',
  ownership: 'state',
  version: 0,
  sha256: '0'.repeat(64),
  act_id: null,
  published_at: null,
  signed_by_name: null,
}
const OWN = { ...SHIPPED, version: 1, published_at: '2026-11-30T09:00:00Z', signed_by_name: 'ҮЛГІ ӘСЕМ' }
const KNOWN: Answers = {
  '/documents/contract-templates': { items: [OWN] },
  '/documents/contract-templates/1116/state': {
    template: OWN,
    kk: '{child_name}',
    ru: '{applicant_name}',
    versions: [OWN, SHIPPED],
    fields: [
      { name: 'child_name', needed: true },
      { name: 'group_year', needed: false },
    ],
  },
}

const show = (search: string, answers: Answers = KNOWN) =>
  seenByAdministrator({
    Page: ContractsPage,
    address: `/rules/contracts${search}`,
    path: '/rules/contracts',
    texts: [contractsTexts, rulesTexts, kindergartenTexts],
    answers,
  })

afterEach(() => {
  cleanup()
  sessionStorage.clear()
})

test('districts with a template of their own are listed, each with the way to it', async () => {
  await show('')
  const link = await screen.findByRole('link', { name: /^Ашу: Үлгі ауданы/ })
  expect(link.getAttribute('href')).toContain('district=1116&ownership=state')
})

test('a changed text is said not to be signed, may be undone, and is there again after it was left', async () => {
  await show('?district=1116')
  const text = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /Қазақша мәтін/ })
  expect(text.value).toBe('{child_name}')
  expect(screen.queryByText('Мәтін өзгертілді, бірақ қол қойылмаған')).toBeNull()
  fireEvent.change(text, { target: { value: '1. {child_name}' } })
  await screen.findByRole('button', { name: 'Жариялауға өту' })
  cleanup()
  await show('?district=1116')
  const kept = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /Қазақша мәтін/ })
  expect(kept.value).toBe('1. {child_name}')
  fireEvent.click(screen.getByRole('button', { name: 'Өзгерістерді алып тастау' }))
  expect(kept.value).toBe('{child_name}')
})

test('all fields are shown with their meaning, and who signed which version', async () => {
  await show('?district=1116')
  await screen.findByText('{child_name}', { selector: 'code' })
  screen.getByText(/баланың аты-жөні \*/)
  screen.getByText(/ҮЛГІ ӘСЕМ/)
  screen.getByText(/Жүйемен бірге берілген/)
})

test('the paper stands beside its text, and is said to be old once that has changed', async () => {
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:paper', revokeObjectURL: () => undefined }))
  await show('?district=1116', { ...KNOWN, '/documents/contract-templates/preview': {} })
  fireEvent.click(await screen.findByRole('button', { name: 'Қалай көрінетінін қарау' }))
  expect((await screen.findByTitle('Қағаз дайын')).getAttribute('src')).toBe('blob:paper')
  expect(screen.queryByText('Мәтін бұдан кейін өзгерді: қайта қараңыз')).toBeNull()
  fireEvent.change(screen.getByRole('textbox', { name: /Қазақша мәтін/ }), { target: { value: '1. {child_name}' } })
  screen.getByText('Мәтін бұдан кейін өзгерді: қайта қараңыз')
})

test('a text that is refused is told of in words where the preview was asked for', async () => {
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:paper', revokeObjectURL: () => undefined }))
  const params = { field: 'child_nme', language: 'kk', line: 3 }
  await show('?district=1116', {
    ...KNOWN,
    '/documents/contract-templates/preview': refusal('contract_field_unknown', 409, params),
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Қалай көрінетінін қарау' }))
  await screen.findByText('Мұндай өріс жоқ: child_nme (мәтін: қазақша, 3-жол).')
})
