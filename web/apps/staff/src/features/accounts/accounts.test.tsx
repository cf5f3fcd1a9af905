import { type Answers, refusal } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { IIN, seenByAdministrator } from '../../shared/admin/testing'
import AccountsPage from './AccountsPage'
import { accountsTexts } from './texts'

async function search(typed: string, answers: Answers = {}) {
  const place = await seenByAdministrator({
    Page: AccountsPage,
    address: '/accounts',
    texts: [accountsTexts],
    answers,
  })
  fireEvent.change(await screen.findByLabelText('ЖСН'), { target: { value: typed } })
  fireEvent.click(screen.getByRole('button', { name: 'Іздеу' }))
  return place
}

afterEach(cleanup)

test('what is no IIN is told before anything is asked', async () => {
  await search('8001')
  expect(screen.getByRole('alert')).toBe(document.activeElement)
})

test('somebody who is found stands in the address by an id, never by the IIN', async () => {
  const { history } = await search(IIN, { '/accounts/search': { person_id: 'person' } })
  await expect.poll(() => history.at(-1)).toBe('/accounts/person')
  expect(history.join()).not.toContain(IIN)
})

test('that nobody is found is told at the IIN', async () => {
  await search(IIN, { '/accounts/search': refusal('account_not_found', 404) })
  await screen.findByText('Мұндай есептік жазба жоқ.')
  expect(screen.getByLabelText('ЖСН').getAttribute('aria-invalid')).toBe('true')
})
