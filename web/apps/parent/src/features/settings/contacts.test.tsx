import type { AuthMe } from '@kezek/api'
import { ME, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { contactTexts } from '../../shared/contact/texts'
import { triesTexts } from '../../shared/tries/texts'
import { Contacts } from './Contacts'
import { settingsTexts } from './texts'

const ACCOUNT = { ...ME, email: 'own@example.kz', email_confirmed: true, phone: null } as unknown as AuthMe

afterEach(cleanup)

test('the form of a contact goes away once it has served: what was done takes the focus', async () => {
  await showPage({
    page: <Contacts me={ACCOUNT} />,
    path: '/settings',
    address: '/settings',
    texts: [settingsTexts, contactTexts, triesTexts],
    answers: { 'PUT /me/phone': {}, 'POST /me/phone/confirmation': { ...ACCOUNT, phone: '77990000001' } },
  })
  fireEvent.click(await screen.findByRole('button', { name: 'Нөмір қосу' }))
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '77990000001' } })
  fireEvent.submit(screen.getByRole('textbox'))
  const code = await screen.findByLabelText(/код/i)
  fireEvent.change(code, { target: { value: '123456' } })
  fireEvent.submit(code)
  const done = (await screen.findByText('Телефон нөмірі сақталды.')).closest('[role=status]')
  await waitFor(() => expect(document.activeElement).toBe(done))
})
