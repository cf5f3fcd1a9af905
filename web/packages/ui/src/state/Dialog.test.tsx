import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { Dialog } from './Dialog'

// jsdom has no modal dialogs
beforeEach(() => {
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function () {
    this.open = false
  }
})
afterEach(cleanup)

test('the focus starts on the question and goes back; Escape is the way back', () => {
  const cancel = vi.fn()
  render(<button>Шығу</button>)
  screen.getByRole('button').focus()
  const { unmount } = render(
    <Dialog title="Шығасыз ба?" onCancel={cancel} actions={<button>Болдырмау</button>}>
      <p>Жоба жойылады.</p>
    </Dialog>,
  )
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Шығасыз ба?' }))
  const escape = new Event('cancel', { cancelable: true })
  fireEvent(screen.getByRole('dialog', { name: 'Шығасыз ба?' }), escape)
  expect(cancel).toHaveBeenCalledOnce()
  expect(escape.defaultPrevented).toBe(true)
  unmount()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Шығу' }))
})
