import { type Answers, refusal } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { seenByAdministrator } from '../../shared/admin/testing'
import DistrictsPage from './DistrictsPage'
import { districtsTexts } from './texts'

const show = (answers: Answers) =>
  seenByAdministrator({ Page: DistrictsPage, address: '/districts', texts: [districtsTexts], answers })

async function change() {
  fireEvent.click(await screen.findByRole('button', { name: 'Өзгерту: Үлгі ауданы' }))
  fireEvent.click(screen.getByRole('button', { name: 'Сақтау' }))
}

afterEach(cleanup)

test('a name that was changed is said to be saved, and there the focus is', async () => {
  await show({ '/districts/1116': {} })
  await change()
  expect(await screen.findByText('Сақталды.')).toBe(document.activeElement)
})

test('what is missing is said in the dialog', async () => {
  await show({})
  fireEvent.click(await screen.findByRole('button', { name: 'Өзгерту: Үлгі ауданы' }))
  fireEvent.change(screen.getByLabelText('Атауы, қазақша'), { target: { value: ' ' } })
  fireEvent.click(screen.getByRole('button', { name: 'Сақтау' }))
  expect(screen.getByRole('alert')).toBe(document.activeElement)
})

test('a change that is refused is told, and nothing is said to be saved', async () => {
  await show({ '/districts/1116': refusal('district_unknown', 404, { district: '1116' }) })
  await change()
  await screen.findByRole('alert')
  expect(screen.queryByText('Сақталды.')).toBeNull()
})

test('a list that is refused is told', async () => {
  await show({ '/kindergartens/districts': refusal('permission_missing') })
  await screen.findByRole('alert')
})
