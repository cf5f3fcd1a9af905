import type { KindergartensDeparted, KindergartensEnrolledChildView } from '@kezek/api'
import { showPage } from '@kezek/ui/testing'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { rosterSharedTexts } from '../../shared/roster/texts'
import { Done } from './Done'
import { departureTexts } from './texts'

const CHILD = { surname: 'Үлгіев', given_name: 'Ғани', group_year: 2022, language: 'kk', kind: 'general' }

afterEach(cleanup)

test.each([
  ['group_year_not_offered', /Бұл жылғы топқа енді орын жарияланбайды/],
  ['more_places_than_free', /Топтың нормасы толы/],
  ['kindergarten_closed', /Балабақша жабылған/],
])('why the place is not published is told: %s', async (why, said) => {
  const result = { vacancy_id: null, may_publish: false, not_offered: why } as unknown as KindergartensDeparted
  await showPage({
    page: <Done child={CHILD as unknown as KindergartensEnrolledChildView} result={result} />,
    path: '/roster/:id/departure',
    address: '/roster/e/departure',
    texts: [departureTexts, rosterSharedTexts],
    answers: {},
  })
  await screen.findByText(said)
  expect(screen.queryByRole('link', { name: 'Бос орынды қосу' })).toBeNull()
})
