import { type Answers, refusal } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { IIN, seenByAdministrator } from '../../shared/admin/testing'
import AccountPage from './AccountPage'
import { accountTexts } from './texts'

const ACCOUNT = { person_id: 'person', iin: IIN, name: '', grants: [], sessions: 2 }
const OFFICER = { role: 'officer', district: '1116', kindergarten_id: null }

const show = (answers: Answers) =>
  seenByAdministrator({
    Page: AccountPage,
    path: '/accounts/:id',
    address: '/accounts/person',
    texts: [accountTexts],
    answers,
  })

async function end() {
  const button = await screen.findByRole('button', { name: 'Барлық сеансын аяқтау' })
  button.focus()
  fireEvent.click(button)
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Барлық сеансын аяқтау' }))
}

afterEach(cleanup)

test('somebody without a name and without a role is said to be so', async () => {
  await show({ '/accounts/person': ACCOUNT })
  await screen.findByText('Аты-жөні белгісіз')
  screen.getByText('қызметкер емес')
})

test('an officer is named with the district', async () => {
  await show({ '/accounts/person': { ...ACCOUNT, name: 'Үлгіева Ақбота', grants: [OFFICER] } })
  await screen.findByText('уәкілетті тұлға: Үлгі ауданы')
})

test('how many sessions were ended is said, and the button keeps the focus', async () => {
  await show({ '/accounts/person': ACCOUNT, '/sessions': { ended: 2, signed_out: false } })
  await end()
  await screen.findByText('2 сеанс аяқталды.')
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Барлық сеансын аяқтау' }))
})

test('an end that is refused is told', async () => {
  await show({ '/accounts/person': ACCOUNT, '/sessions': refusal('permission_missing') })
  await end()
  await screen.findByRole('alert')
})

test('an account that is not there is told', async () => {
  await show({ '/accounts/person': refusal('account_not_found', 404) })
  await screen.findByText('Мұндай есептік жазба жоқ.')
})
