import { switchLanguage } from '@kezek/i18n'
import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, expect, test } from 'vitest'

import { shown } from '../testing/shown'
import { DayField } from './DayField'

function Chooser() {
  const [day, setDay] = useState('')
  return <DayField label="Қай күннен" value={day} onChoose={setDay} />
}

afterEach(async () => {
  cleanup()
  await switchLanguage('kk')
})

test('the chosen day is written in the language of the page, and described to who cannot see it', async () => {
  await shown(<Chooser />)
  expect(screen.getByLabelText('Қай күннен').getAttribute('aria-describedby')).toBeNull()
  const field = screen.getByLabelText('Қай күннен')
  fireEvent.change(field, { target: { value: '2026-12-01' } })
  const written = screen.getByText('2026 жылғы 1 желтоқсан')
  expect(field.getAttribute('aria-describedby')).toBe(written.id)
  await act(() => switchLanguage('ru'))
  screen.getByText('1 декабря 2026 года')
})
