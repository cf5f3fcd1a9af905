import { render } from '@testing-library/react'
import { expect, test } from 'vitest'

import { ApplicationNumber } from './ApplicationNumber'

test('a number may break after its dots, and is read and copied as it is', () => {
  const { container } = render(<ApplicationNumber>16.UO.2026.00001.1</ApplicationNumber>)
  expect(container.textContent).toBe('16.UO.2026.00001.1')
  expect(container.innerHTML).toBe('16.<wbr>UO.<wbr>2026.<wbr>00001.<wbr>1')
})
