/** For tests: a page at its address, its texts fetched beforehand, the services played by what they answer. */
import { makeQueryClient } from '@kezek/api'
import { commonTexts, problemTexts } from '@kezek/i18n'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, render } from '@testing-library/react'
import { type ReactNode, Suspense } from 'react'
import { vi } from 'vitest'
import { Route, Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'

interface Bundle {
  load: (language: 'kk') => Promise<unknown>
}

/** What is answered, by the end of the address; a function is asked each time. A `code` is a refusal. */
export type Answers = Record<string, object | (() => object)>

interface Shown {
  page: ReactNode
  /** As the table of pages has it: `/choose/:id`. */
  path: string
  address: string
  texts: readonly Bundle[]
  answers: Answers
}

/** Answers where the person is led to. */
export async function showPage({ page, path, address, texts, answers }: Shown): Promise<{ history: string[] }> {
  vi.stubGlobal('fetch', ({ url }: Request) => Promise.resolve(answerTo(new URL(url).pathname, answers)))
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }))
  const [pathname = '', search = ''] = address.split('?')
  const place = memoryLocation({ path: pathname, searchPath: search, record: true })
  await Promise.all([...texts, commonTexts, problemTexts].map((bundle) => bundle.load('kk')))
  await act(async () => {
    render(
      <QueryClientProvider client={makeQueryClient()}>
        <Router hook={place.hook} searchHook={place.searchHook}>
          <Suspense>
            <Route path={path}>{page}</Route>
          </Suspense>
        </Router>
      </QueryClientProvider>,
    )
    await Promise.resolve()
  })
  return place
}

function answerTo(path: string, answers: Answers): Response {
  const [, found = { code: 'not_found', params: {}, status: 404 }] =
    Object.entries(answers).find(([end]) => path.endsWith(end)) ?? []
  const body = typeof found === 'function' ? (found as () => object)() : found
  return Response.json(body, { status: 'code' in body && 'status' in body ? Number(body.status) : 200 })
}

/** Somebody who is signed in and may go on. */
export const ME = { person_id: 'me', complete: true, roles: ['parent'], language: 'kk', must_choose_workplace: false }
