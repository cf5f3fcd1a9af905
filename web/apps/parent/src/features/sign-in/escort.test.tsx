import { leavingTexts } from '@kezek/ui'
import { ME, refusal, showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'

import { triesTexts } from '../../shared/tries/texts'
import SignInPage from './SignInPage'
import { signInTexts } from './texts'

const PAGE = {
  ...{
    warning: 'Ескерту',
    support: { phone: '77172000000', email: 'help@example.kz' },
    keys_from: 'https://pki.example',
  },
  ways: ['code', 'eds', 'password'].map((way) => ({ way, important: null })),
  codes: { digits: [6], lifetime_s: 300, resend_s: 60 },
}
const asked: unknown[] = []
let handedIn = 0

function show(next: string) {
  return showPage({
    page: <SignInPage />,
    path: '/sign-in',
    address: `/sign-in?way=code&next=${encodeURIComponent(next)}`,
    texts: [signInTexts, triesTexts, leavingTexts],
    answers: {
      '/auth/me': refusal('sign_in_required', 401),
      '/auth/sign-in': PAGE,
      '/kindergartens/districts': { items: [] },
      'POST /auth/codes': async (request: Request) => {
        asked.push(await request.json())
        return { code_id: 'c', expires_at: '2099-01-01T00:00:00Z', resend_after_s: 60 }
      },
      'POST /auth/sessions/code': () => {
        handedIn += 1
        return handedIn === 1
          ? refusal('code_wrong', 422)
          : { ...ME, method: 'escort', roles: ['escort'], email: null, phone: null }
      },
    },
  })
}

async function asksForACode() {
  fireEvent.change(await screen.findByLabelText('ЖСН'), { target: { value: '991399 000009' } })
  fireEvent.change(screen.getByLabelText('Телефон нөмірі'), { target: { value: '8 (799) 000 11 77' } })
  fireEvent.click(screen.getByRole('button', { name: 'Кіру (код алу)' }))
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  sessionStorage.clear()
  asked.length = 0
  handedIn = 0
})

test('who comes to mark is asked for the phone that the parent gave, and led to the page of marks', async () => {
  const place = await show('/attendance')
  await screen.findByText('Еріп жүрушіге.')
  await asksForACode()
  await waitFor(() => expect(asked).toMatchObject([{ as_escort: true, phone: '77990001177' }]))
  const code = await screen.findByLabelText('Бір реттік кодты енгізіңіз')
  fireEvent.change(code, { target: { value: '123 456' } })
  fireEvent.click(screen.getByRole('button', { name: 'Кіру' }))
  await waitFor(() => expect(handedIn).toBe(1))
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('alert'))
  fireEvent.click(screen.getByRole('button', { name: 'Кіру' }))
  await waitFor(() => expect(place.history.at(-1)).toBe('/attendance'))
})

test('who comes for anything else is no escort', async () => {
  await show('/cabinet')
  await asksForACode()
  await waitFor(() => expect(asked).toMatchObject([{ as_escort: false }]))
  expect(screen.queryByText('Еріп жүрушіге.')).toBeNull()
})
