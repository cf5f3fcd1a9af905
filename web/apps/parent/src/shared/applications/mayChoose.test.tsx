import { refusal, showPage } from '@kezek/ui/testing'
import { act, cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'

import { MayChoose } from './MayChoose'
import type { Application } from './model'
import { applicationTexts } from './texts'

const APPLICATION = { application_id: 'a' } as unknown as Application

function show(answer: object) {
  return showPage({
    page: (
      <p>
        Күйі: <MayChoose application={APPLICATION} />
      </p>
    ),
    path: '/journal',
    address: '/journal',
    texts: [applicationTexts],
    answers: { '/referrals/choices': answer },
  })
}

afterEach(cleanup)

test('an application that the queue does not know yet is told to wait', async () => {
  await show({ items: [] })
  await screen.findByText('Өтініш кезекке қойылғанда таңдауға болады')
})

test.each([
  ['stop_list', '2026-12-14', 'Стоп-тізімде: 2026 жылғы 14 желтоқсан күнінен бастап таңдауға болады'],
  ['too_young', '2027-03-01', 'Жасы толмаған: 2027 жылғы 1 наурыз күнінен бастап таңдауға болады'],
  ['too_old', null, 'Баланың жасы балабақша жасынан асқан'],
  ['state', null, 'Бұл мәртебеде орын таңдалмайды'],
  ['no_place', null, 'Кезегі келгенде немесе еркін таңдауда орын болғанда таңдауға болады'],
  ['round', null, 'Бөлу кезеңінде балаға орын берілсе, оны растауға болады'],
])('that a choice waits for %s is said, with its day where one is known', async (missing, from, words) => {
  await show({ items: [{ application_id: 'a', possible: false, missing, from_day: from, together: [] }] })
  await screen.findByText(words)
  expect(screen.queryByRole('link')).toBeNull()
})

test('where nothing was answered no condition is said to be missing', async () => {
  let asked = 0
  await show(() => {
    asked += 1
    return refusal('request_invalid', 400, {})
  })
  await vi.waitFor(() => expect(asked).toBe(1))
  await act(() => new Promise((resolve) => setTimeout(resolve, 50))) // the refusal is there and drawn
  expect(screen.getByText(/Күйі:/).textContent).toBe('Күйі: ')
})
