/** For tests: a page as an administrator sees it, in a region with one district. */
import { type Answers, ME, showPage } from '@kezek/ui/testing'
import type { ComponentProps, ComponentType } from 'react'
import { vi } from 'vitest'

import { adminTexts } from './texts'

type Texts = Parameters<typeof showPage>[0]['texts']

interface Seen {
  Page: ComponentType<ComponentProps<'div'>>
  address: string
  /** As the table of pages has it, if it is not the address. */
  path?: string
  texts: Texts
  answers: Answers
}

export const IIN = '800101300016'

export function seenByAdministrator({ Page, address, path = address, texts, answers }: Seen) {
  // jsdom shows no dialogs
  HTMLDialogElement.prototype.showModal = vi.fn(function (this: HTMLDialogElement) {
    this.open = true
  })
  HTMLDialogElement.prototype.close = vi.fn()
  return showPage({ page: <Page />, path, address, texts: [adminTexts, ...texts], answers: { ...KNOWN, ...answers } })
}

const KNOWN: Answers = {
  '/auth/me': { ...ME, iin: IIN, method: 'eds', roles: ['administrator'] },
  '/kindergartens/districts': { items: [{ code: '1116', name: { kk: 'Үлгі ауданы', ru: 'Район Улги', en: 'Ulgi' } }] },
}
