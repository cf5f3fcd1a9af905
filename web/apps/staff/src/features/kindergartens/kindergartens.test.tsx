import { kindergartenTexts } from '@kezek/i18n'
import { type Answers, refusal } from '@kezek/ui/testing'
import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { seenByAdministrator } from '../../shared/admin/testing'
import KindergartensPage from './KindergartensPage'
import { kindergartensTexts } from './texts'

const GARDEN = {
  id: 'garden',
  name: { kk: '«Үлгі»' },
  address: { kk: 'Үлгі ауылы' },
  district: '1116',
  ownership: 'state',
  phone: '77162123456',
}

const show = (answers: Answers) =>
  seenByAdministrator({
    Page: KindergartensPage,
    address: '/kindergartens',
    texts: [kindergartensTexts, kindergartenTexts],
    answers,
  })

afterEach(cleanup)

test('each with the way to it, and one can be added', async () => {
  await show({ '/kindergartens/kindergartens': { items: [GARDEN], total: 1 } })
  const link = await screen.findByRole('link', { name: '«Үлгі»' })
  expect(link.getAttribute('href')).toBe('/kindergartens/garden')
  expect(await screen.findAllByText('Үлгі ауданы')).not.toHaveLength(0)
  screen.getByRole('link', { name: 'Балабақша қосу' })
})

test('that there is none is said', async () => {
  await show({ '/kindergartens/kindergartens': { items: [], total: 0 } })
  await screen.findByText('Мұндай балабақша табылмады.')
})

test('a refusal is told, and the filters stay', async () => {
  await show({ '/kindergartens/kindergartens': refusal('permission_missing') })
  await screen.findByRole('alert')
  screen.getByLabelText('Атауы')
})
