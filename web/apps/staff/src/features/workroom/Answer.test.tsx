import { ApiError, makeQueryClient } from '@kezek/api'
import { commonTexts, problemTexts } from '@kezek/i18n'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, expect, test } from 'vitest'

import { Answer } from './Answer'
import type { By } from './key'
import { workroomTexts } from './texts'

afterEach(cleanup)

async function answered(code: string, params = {}, several = false, by: By = 'number') {
  await Promise.all([commonTexts, problemTexts, workroomTexts].map((each) => each.load('kk')))
  const error = new ApiError({ code, status: 409, params } as never)
  await act(async () => {
    render(
      <QueryClientProvider client={makeQueryClient()}>
        <Suspense>
          <Answer error={error} by={by} several={several} />
        </Suspense>
      </QueryClientProvider>,
    )
    await Promise.resolve()
  })
}

test.each([
  ['referral_unknown', {}, 'Мұндай нөмірлі жолдама жоқ.'],
  ['referral_of_another_kindergarten', {}, 'Бұл жолдама басқа балабақшаға берілген.'],
  ['referral_not_valid', { status: 'accepted', last_day: '2026-11-27' }, /қабылданып қойған/],
  ['referral_not_valid', { status: 'swapped_here', last_day: '2026-11-27' }, /сіздің балабақшаға ауысқан/],
  ['referral_not_valid', { status: 'swapped_away', last_day: '2026-11-27' }, /басқа балабақшаға ауысқан/],
  ['referral_not_valid', { status: 'expired', last_day: '2026-11-27' }, /соңғы күні – 2026 жылғы 27 қараша/],
  ['referral_not_valid', { status: 'voided' }, /қабылдауға болмайды/],
  ['referral_not_valid', { status: 'cancelled', last_day: '2026-11-27' }, /отбасы өзі жойған/],
  ['referral_not_valid', { status: 'refused', last_day: '2026-11-27' }, /бас тартуы расталған/],
  [
    'referral_not_valid',
    { status: 'voided', last_day: '2026-11-27' },
    'Баланы бұл жолдамамен қабылдамаңыз. Отбасыға айтыңыз: өтінішінің қазіргі күйі мен келесі қадамы жеке кабинетінде жазылған.',
  ],
  ['referral_not_valid', { status: 'of a later release' }, /қабылдауға болмайды/],
  ['application_not_complete_yet', {}, /әлі/],
])('%s %o is told plainly', async (code, params, text) => {
  await answered(code, params)
  expect(screen.getByText(text)).toBeTruthy()
})

test('an IIN without a referral is no unknown number', async () => {
  await answered('referral_unknown', {}, false, 'iin')
  expect(screen.getByText('Бұл ЖСН бойынша жолдама жоқ.')).toBeTruthy()
})

test('who was accepted already is looked for in the list', async () => {
  await answered('referral_not_valid', { status: 'accepted', last_day: '2026-11-27' })
  expect(screen.getByRole('link', { name: 'Балалар тізімін ашу' }).getAttribute('href')).toBe('/roster')
})

test('who works elsewhere, too, is led to changing the kindergarten', async () => {
  await answered('referral_of_another_kindergarten', {}, true)
  expect(screen.getByRole('link', { name: 'Жұмыс орнын ауыстыру' })).toBeTruthy()
  cleanup()
  await answered('referral_of_another_kindergarten')
  expect(screen.queryByRole('link')).toBeNull()
})
