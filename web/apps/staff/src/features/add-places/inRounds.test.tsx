import { kindergartenTexts } from '@kezek/i18n'
import { signingTexts } from '@kezek/signing'
import { ME, showPage } from '@kezek/ui/testing'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, test } from 'vitest'

import { workplaceTexts } from '../../shared/workplace/texts'
import AddPlacesPage from './AddPlacesPage'
import { addTexts } from './texts'

const NAME = { kk: '«Үлгі»', ru: '', en: '' }
const GARDEN = { id: 'k', district: '1110', name: NAME, address: NAME, ownership: 'state', closed: false }
const WORKER = { ...ME, method: 'eds', roles: ['worker'], works_at: 'k' }

function show(policy: object) {
  return showPage({
    page: <AddPlacesPage />,
    path: '/vacancies/add',
    address: '/vacancies/add?at=k&language=kk&group_year=2023&kind=general&places=2&sign=k',
    texts: [addTexts, workplaceTexts, kindergartenTexts, signingTexts],
    answers: {
      '/auth/me': WORKER,
      '/me/kindergartens': { items: [GARDEN] },
      '/queue/policies': { in_force: { policy } },
      '/vacancies/acts': {
        act_id: 'act',
        document_base64: btoa(JSON.stringify({ statement: ['Statement.'] })),
        ncalayer: {},
      },
    },
  })
}

afterEach(() => {
  cleanup()
  sessionStorage.clear()
})

test.each([
  [{ choice_working_days: 4, distribution_in_rounds: false }, /бірден кезектегі балаларға ұсынылады.* 4 жұмыс күні/],
  [{ choice_working_days: 2, distribution_in_rounds: true }, /бірден ұсынылмайды: олар келесі бөлу кезеңін күтеді/],
])('what comes of published places is said as the district hands them out', async (policy, words) => {
  await show(policy)
  await screen.findByText(words)
})
