import { showPage } from '@kezek/ui/testing'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { applicationPageTexts } from './texts'
import { Anew, Transfer } from './Transfer'

function show(code: 'enrolled' | 'departed', transfer_id: string | null) {
  const application = { application_id: 'a', state: { code, text: '', since: '' }, transfer_id }
  return showPage({
    page: (
      <>
        <Anew application={application} kept={code === 'departed'} />
        <Transfer application={application} />
      </>
    ),
    path: '/',
    address: '/',
    texts: [applicationPageTexts],
    answers: {},
  })
}

afterEach(cleanup)

test('who is enrolled may ask for another kindergarten, or finds what was asked', async () => {
  await show('enrolled', null)
  expect((await screen.findByRole('link', { name: 'Ауыстыруды сұрау' })).getAttribute('href')).toBe('/transfer/a')
  cleanup()
  await show('enrolled', 't')
  expect((await screen.findByRole('link', { name: 'Ауыстыру өтінішін ашу' })).getAttribute('href')).toBe('/journal/t')
  screen.getByText(/қабылдағанша осында қала береді/)
})

test('who has left is led to a new application, or to the transfer that stands in its way', async () => {
  await show('departed', 't')
  await screen.findByText(/Жаңа өтініш беру үшін алдымен соны қайтарып алыңыз/)
  expect(screen.getAllByRole('link').map((each) => each.getAttribute('href'))).toEqual(['/journal/t'])
  cleanup()
  await show('departed', null)
  expect((await screen.findByRole('link', { name: 'Жаңа өтініш беру' })).getAttribute('href')).toBe('/apply')
})
