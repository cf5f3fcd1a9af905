import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { seenByAdministrator } from '../../shared/admin/testing'
import { rulesTexts } from '../../shared/rules/texts'
import SortingsPage from './SortingsPage'
import { sortingsTexts } from './texts'

const NAME = { kk: 'Үлгі ауданы', ru: 'Район Улги', en: 'Ulgi' }
const district = (code: string, more: object) => ({
  district: code,
  name: NAME,
  running: false,
  sorted_on: null,
  ...more,
})

const show = (items: object[]) =>
  seenByAdministrator({
    Page: SortingsPage,
    address: '/rules/sorting',
    texts: [sortingsTexts, rulesTexts],
    answers: { '/queue/sortings': { items } },
  })

afterEach(cleanup)

test('each district says where it stands this year', async () => {
  await show([
    district('1110', { due_on: '2020-06-30' }),
    district('1116', { due_on: '2020-06-30', sorted_on: '2020-07-01' }),
    district('1118', { due_on: '2020-06-30', sorted_on: '2020-07-01', running: true }),
    district('1132', { due_on: '2999-06-30', sorted_on: '2998-07-01' }),
  ])
  for (const state of ['сұрыптауға болады', 'биыл сұрыпталды', 'сұрыпталып жатыр', 'күні әлі келген жоқ'])
    expect((await screen.findAllByText(state)).length).toBeGreaterThan(0)
})

test('where no district has numbered categories that is said', async () => {
  await show([])
  await screen.findByText('Мұндай аудан жоқ')
})
