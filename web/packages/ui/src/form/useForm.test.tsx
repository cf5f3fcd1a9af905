import { ApiError } from '@kezek/api'
import { problemTexts } from '@kezek/i18n'
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { useEffect } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { shown } from '../testing/shown'
import { Select } from './Select'
import { TextArea, TextField } from './TextField'
import { type Form, useForm } from './useForm'

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn() // jsdom has none
})
afterEach(cleanup)

type Field = 'iin' | 'code' | 'language' | 'reason'
let form: Form<Field>

function Example({ onForm }: { onForm: (form: Form<Field>) => void }) {
  const made = useForm<Field>({ code_wrong: 'code' })
  useEffect(() => {
    onForm(made)
  })
  return (
    <form>
      {made.summary}
      <TextField id="iin" label="ЖСН" error={made.errorOf('iin')} />
      <TextField id="code" label="Код" error={made.errorOf('code')} />
      <Select id="language" label="Тіл" error={made.errorOf('language')}>
        <option>Таңдаңыз</option>
      </Select>
      <TextArea id="reason" label="Себебі" error={made.errorOf('reason')} />
    </form>
  )
}

const showForm = () => shown(<Example onForm={(made) => (form = made)} />)

const refused = (code: string, params: object = {}, status = 422) =>
  new ApiError({ code, status, params } as unknown as ApiError['problem'])

test('the own checks: said on top, which takes the focus, and at the field; a link leads there', async () => {
  await showForm()
  let right = true
  act(() => {
    right = form.check({ iin: 'ЖСН қате', code: false })
  })
  expect(right).toBe(false)
  const summary = screen.getByRole('alert', { name: 'Өрістерді тексеріңіз' })
  expect(document.activeElement).toBe(summary)
  const field = screen.getByLabelText('ЖСН')
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe('ЖСН қате')
  fireEvent.click(screen.getByRole('link', { name: 'ЖСН қате' }))
  expect(document.activeElement).toBe(field)
  act(() => {
    form.check({ iin: false })
  })
  expect(screen.queryByRole('alert')).toBeNull()
})

test('where two fields have the same mistake, each is named', async () => {
  await showForm()
  act(() => void form.check({ iin: 'Бос', code: 'Бос' }))
  fireEvent.click(screen.getByRole('link', { name: 'Код: Бос' }))
  expect(document.activeElement).toBe(screen.getByLabelText('Код'))
  expect(screen.getByRole('link', { name: 'ЖСН: Бос' })).toBeTruthy()
})

test('a list and a text of several lines are named, too', async () => {
  await showForm()
  act(() => void form.check({ language: 'Бос', reason: 'Бос' }))
  screen.getByRole('link', { name: 'Тіл: Бос' })
  screen.getByRole('link', { name: 'Себебі: Бос' })
})

test('the fields that the API names, by its codes', async () => {
  await showForm()
  const fields = [
    { field: 'body.iin', code: 'iin_invalid' },
    { field: 'body.code', code: 'of_a_later_release' },
  ]
  act(() => form.fail(refused('request_invalid', { fields })))
  await screen.findByRole('heading', { name: 'Кейбір өрістер қате толтырылған.' })
  expect(screen.getAllByText('ЖСН 12 цифрдан тұрады. Цифрларды тексеріңіз')).toHaveLength(2)
  expect(form.errorOf('code')).toBe('Бұл өрісті тексеріңіз')
})

test('a refusal that is about one field marks it, in its own words on top', async () => {
  await showForm()
  act(() => form.fail(refused('code_wrong')))
  await screen.findByRole('heading', { name: 'Код қате немесе мерзімі өткен.' })
  expect(screen.getByLabelText('Код').getAttribute('aria-invalid')).toBe('true')
  act(() => form.clear())
  expect(screen.queryByRole('alert')).toBeNull()
})

test('how long to wait is said in words; a code without words is said in general ones', async () => {
  await showForm()
  act(() => form.fail(refused('too_many_tries', { retry_after_s: 90 }, 429)))
  await screen.findByText('1 минут өткен соң қайталаңыз.')
  act(() => form.fail(refused('of_a_later_release', {}, 409)))
  await screen.findByRole('heading', { name: 'Қате болды.' })
})

test('where the words cannot be fetched, general ones say it', async () => {
  await showForm()
  const failed = Promise.reject(new TypeError('no network'))
  failed.catch(() => undefined)
  vi.spyOn(problemTexts, 'load').mockReturnValue(failed)
  vi.spyOn(console, 'error').mockReturnValue()
  await act(async () => {
    form.fail(refused('offline', {}, 0))
    await new Promise((resolve) => setTimeout(resolve, 100))
  })
  expect(screen.getByRole('heading', { name: 'Қате болды.' })).toBeTruthy()
})

test('what is no refusal is no form’s matter', async () => {
  await showForm()
  expect(() => form.fail(new TypeError('a bug'))).toThrow('a bug')
})
