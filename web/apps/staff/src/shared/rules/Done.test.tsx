import { showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Link } from 'wouter'

import { Done } from './Done'
import { rulesTexts } from './texts'

const SAID = 'Қол қойылды.'

afterEach(cleanup)

async function show() {
  const page = (
    <>
      <Link href="/rules?district=1110&signed=1">sign</Link>
      <Link href="/rules?district=1116">another</Link>
      <Link href="/rules?district=1110">back</Link>
      <Done />
    </>
  )
  await showPage({ page, path: '/rules', address: '/rules?district=1110', texts: [rulesTexts], answers: {} })
  await screen.findByText('sign')
}

function follow(link: string) {
  fireEvent.click(screen.getByText(link))
}

test('what was signed on the page that one looks at is told there, too', async () => {
  await show()
  expect(screen.queryByText(SAID)).toBeNull()
  follow('sign')
  await screen.findByText(SAID)
})

test('it is not told of what one chooses next, nor once more on the way back', async () => {
  await show()
  follow('sign')
  await screen.findByText(SAID)
  follow('another')
  await waitFor(() => {
    expect(screen.queryByText(SAID)).toBeNull()
  })
  follow('back')
  expect(screen.queryByText(SAID)).toBeNull()
})

test('a second signing is said aloud, too', async () => {
  await show()
  follow('sign')
  await screen.findByText(SAID)
  const first = screen.getByRole('status')
  follow('sign')
  await waitFor(() => {
    expect(screen.getByRole('status')).not.toBe(first)
  })
})
