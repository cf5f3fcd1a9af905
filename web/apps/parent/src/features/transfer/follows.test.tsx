import { showPage } from '@kezek/ui/testing'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { applicationTexts } from '../../shared/applications/texts'
import { Follows } from './Follows'
import { transferTexts } from './texts'

const garden = (name: string) => ({ name: { kk: name, ru: name, en: name }, address: { kk: '', ru: '', en: '' } })

function show(swappedTo: object | null) {
  const child = { iin: '1', surname: 'Үлгіев', given_name: 'Алихан', patronymic: null }
  const application = { child, referral: { kindergarten: garden('«Жұлдыз»') }, swapped_to: swappedTo }
  return showPage({
    page: <Follows application={application as never} wanted={{ district: '1110', languages: ['kk'] }} />,
    path: '/',
    address: '/',
    texts: [transferTexts, applicationTexts],
    answers: { '/kindergartens/districts': { items: [] } },
  })
}

afterEach(cleanup)

test('the kindergarten in which the child stays meanwhile is where a swap has brought it', async () => {
  await show(null)
  await screen.findByText(/қазіргі балабақшасында қала береді: «Жұлдыз»/)
  cleanup()
  await show(garden('«Ақбота»'))
  await screen.findByText(/қазіргі балабақшасында қала береді: «Ақбота»/)
  expect(screen.queryByText(/«Жұлдыз»/)).toBeNull()
})
