import { showPage } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { Link } from 'wouter'

import { Done } from './Done'
import { rulesTexts } from './texts'

afterEach(cleanup)

test('what was signed on the page that one looks at is told there, too', async () => {
  const page = (
    <>
      <Link href="/rules?signed=1">sign</Link>
      <Done />
    </>
  )
  await showPage({ page, path: '/rules', address: '/rules', texts: [rulesTexts], answers: {} })
  const link = await screen.findByText('sign')
  expect(screen.queryByText('Қол қойылды.')).toBeNull()
  fireEvent.click(link)
  await screen.findByText('Қол қойылды.')
})
