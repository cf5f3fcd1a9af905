import { showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { useQuery } from '@tanstack/react-query'
import { afterEach, expect, test } from 'vitest'

import { sessionsQuery } from './queries'
import { SessionList } from './SessionList'
import { sessionsTexts } from './texts'

const HERE = {
  id: 'here',
  current: true,
  method: 'eds',
  device: 'Firefox',
  address: '127.0.0.1',
  began_at: '2026-11-29T07:01:00Z',
  used_at: '2026-11-29T07:01:00Z',
}
const THERE = { ...HERE, id: 'there', current: false, device: 'Chrome' }

function Example() {
  const { data = [] } = useQuery(sessionsQuery)
  return <SessionList sessions={data} />
}

afterEach(cleanup)

test('a session that is ended goes away with its button: what was done takes the focus', async () => {
  let items = [HERE, THERE]
  await showPage({
    page: <Example />,
    path: '/settings/sessions',
    address: '/settings/sessions',
    texts: [sessionsTexts],
    answers: {
      'GET /auth/sessions': () => ({ items }),
      'DELETE /auth/sessions/there': async () => {
        await waitFor(() => expect(document.activeElement?.getAttribute('aria-disabled')).toBe('true')) // no answer outruns the page
        items = [HERE]
        return {}
      },
    },
  })
  const end = await screen.findByRole('button', { name: /^Аяқтау: Chrome/ })
  end.focus()
  fireEvent.click(end)
  const done = (await screen.findByText(/^Сеанс аяқталды/)).closest('[role=status]')
  await waitFor(() => expect(document.activeElement).toBe(done))
})
