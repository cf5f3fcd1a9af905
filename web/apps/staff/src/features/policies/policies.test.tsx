import { type Answers, refusal } from '@kezek/ui/testing'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { seenByAdministrator } from '../../shared/admin/testing'
import { rulesTexts } from '../../shared/rules/texts'
import PoliciesPage from './PoliciesPage'
import { policiesTexts } from './texts'

const FORM = {
  groups: [
    {
      text: { kk: 'Орындар мен таңдау', ru: 'Места и выбор', en: 'Places' },
      numbers: [
        {
          name: 'choice_working_days',
          text: { kk: 'Орын таңдау мерзімі', ru: 'Срок', en: 'Term' },
          kind: 'number',
          least: 1,
          most: 60,
          optional: false,
          clause: '6.2',
        },
      ],
    },
  ],
  profiles: [],
}
const version = (days: number, from: string, district: string | null) => ({
  district,
  version: 2,
  in_force_from: from,
  policy: { id: 'x-1', choice_working_days: days },
  published_at: '2026-11-01T05:00:00Z',
  act_id: null,
})
const KNOWN: Answers = {
  '/policies/form': FORM,
  '/queue/policies': {
    in_force: version(3, '2020-01-01', null),
    coming: [version(5, '2026-12-10', '1116')],
    history: [],
  },
  '/queue/publications': {
    items: [
      {
        ...{ kind: 'policy', district: '1116', year: null, version: 2, in_force_from: '2026-12-10' },
        ...{ published_at: '2026-11-01T05:00:00Z', act_id: 'a', signed_by_name: 'ҮЛГІ АДАМ', statement: ['3 → 5.'] },
      },
    ],
  },
}

const show = (answers: Answers = {}) =>
  seenByAdministrator({
    Page: PoliciesPage,
    path: '/rules',
    address: '/rules?district=1116',
    texts: [policiesTexts, rulesTexts],
    answers: { ...KNOWN, ...answers },
  })

afterEach(cleanup)

test('what is in force, what is coming and who signed stand on the page', async () => {
  await show()
  await screen.findByText('Орын таңдау мерзімі', { selector: 'section[aria-labelledby=in-force] dt' })
  expect(screen.getByText('§6.2')).toBeDefined()
  expect(screen.getByText('3 → 5')).toBeDefined()
  await screen.findByText('Қол қойған: ҮЛГІ АДАМ')
  expect(screen.getByText('3 → 5.')).toBeDefined()
  const link = screen.getByRole('link', { name: 'Саясатты өзгерту' })
  expect(link.getAttribute('href')).toBe('/rules/policy?district=1116')
})

test('a refusal is told', async () => {
  await show({ '/queue/policies': refusal('permission_missing') })
  await screen.findByRole('alert')
})
