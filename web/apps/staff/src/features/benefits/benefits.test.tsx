import type { Answers } from '@kezek/ui/testing'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'

import { seenByAdministrator } from '../../shared/admin/testing'
import { rulesTexts } from '../../shared/rules/texts'
import BenefitsPage from './BenefitsPage'
import { benefitOf, isCode, isMonths, put } from './list'
import { benefitsTexts } from './texts'

const words = (kk: string) => ({ kk, ru: kk, en: kk })
const TEACHER = {
  code: 'teacher',
  name: words('педагогтің баласы'),
  queue_class: 'priority' as const,
  proof: words('анықтама'),
  proof_months: 12,
}
const KNOWN: Answers = {
  '/queue/benefits': { version: 1, items: [TEACHER] },
  '/queue/publications': { items: [] },
}

const show = () =>
  seenByAdministrator({
    Page: BenefitsPage,
    address: '/rules/benefits',
    texts: [benefitsTexts, rulesTexts],
    answers: KNOWN,
  })

afterEach(() => {
  cleanup()
  sessionStorage.clear()
})

test('a list that is changed is said not to be signed, and may be undone', async () => {
  await show()
  fireEvent.click(await screen.findByRole('button', { name: 'Тізімнен алып тастау: педагогтің баласы' }))
  await screen.findByText('Тізім өзгертілді, бірақ қол қойылмаған')
  fireEvent.click(screen.getByRole('button', { name: 'Өзгерістерді алып тастау' }))
  expect(screen.queryByText('Тізім өзгертілді, бірақ қол қойылмаған')).toBeNull()
})

test('a list that is left unsigned is come back to, and asked for before the tab is closed', async () => {
  const leaves = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }))
  await show()
  fireEvent.click(await screen.findByRole('button', { name: 'Тізімнен алып тастау: педагогтің баласы' }))
  expect(leaves()).toBe(true)
  cleanup()
  expect(leaves()).toBe(false)
  await show()
  fireEvent.click(await screen.findByRole('button', { name: 'Өзгерістерді алып тастау' }))
  cleanup()
  await show()
  await screen.findByRole('button', { name: 'Тізімнен алып тастау: педагогтің баласы' })
})

test('what is missing in a new benefit is said', async () => {
  await show()
  fireEvent.click(await screen.findByRole('button', { name: 'Жеңілдік қосу' }))
  fireEvent.change(screen.getByLabelText('Коды'), { target: { value: 'teacher' } })
  fireEvent.click(screen.getByRole('button', { name: 'Тізімге қою' }))
  expect(screen.getAllByText('Мұндай код бар')).not.toHaveLength(0)
  expect(screen.getByLabelText('Атауы, қазақша').getAttribute('aria-invalid')).toBe('true')
})

test('codes and months are judged as the API would', () => {
  expect(['teacher', 'large_family'].every(isCode)).toBe(true)
  expect(['', 'T', 'үлгі', '1a'].some(isCode)).toBe(false)
  expect(['', '1', '240'].every(isMonths)).toBe(true)
  expect(['0', '241', '1.5', 'x'].some(isMonths)).toBe(false)
})

test('a benefit takes its place in the list, a new one the last', () => {
  const changed = benefitOf({ ...TEACHER, proof_months: '' })
  expect(put([TEACHER], changed)).toEqual([{ ...TEACHER, proof_months: null }])
  expect(put([TEACHER], { ...TEACHER, code: 'other' }).map(({ code }) => code)).toEqual(['teacher', 'other'])
})
