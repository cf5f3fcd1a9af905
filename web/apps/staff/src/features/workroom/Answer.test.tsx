import { ApiError, makeQueryClient } from '@kezek/api'
import { commonTexts, problemTexts } from '@kezek/i18n'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, expect, test } from 'vitest'

import { Answer } from './Answer'
import { workroomTexts } from './texts'

afterEach(cleanup)

async function answered(code: string, params = {}, several = false) {
  await Promise.all([commonTexts, problemTexts, workroomTexts].map((each) => each.load('kk')))
  const error = new ApiError({ code, status: 409, params } as never)
  await act(async () => {
    render(
      <QueryClientProvider client={makeQueryClient()}>
        <Suspense>
          <Answer error={error} several={several} />
        </Suspense>
      </QueryClientProvider>,
    )
    await Promise.resolve()
  })
}

test.each([
  ['referral_unknown', {}, 'Мұндай жолдама жоқ.'],
  ['referral_of_another_kindergarten', {}, 'Бұл жолдама басқа балабақшаға берілген.'],
  ['referral_not_valid', { status: 'accepted' }, /қабылданып қойған/],
  ['referral_not_valid', { status: 'expired' }, /Мерзімі өтіп кеткен/],
  ['referral_not_valid', { status: 'of a later release' }, /қабылдауға болмайды/],
  ['application_not_complete_yet', {}, /әлі/],
])('%s %o is told plainly', async (code, params, text) => {
  await answered(code, params)
  expect(screen.getByText(text)).toBeTruthy()
})

test('who works elsewhere, too, is led to changing the kindergarten', async () => {
  await answered('referral_of_another_kindergarten', {}, true)
  expect(screen.getByRole('link', { name: 'Жұмыс орнын ауыстыру' })).toBeTruthy()
  cleanup()
  await answered('referral_of_another_kindergarten')
  expect(screen.queryByRole('link')).toBeNull()
})
