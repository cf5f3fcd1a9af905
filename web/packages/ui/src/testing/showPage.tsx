/** For tests: a page at its address, its texts fetched beforehand, the services played by what they answer. */
import { makeQueryClient } from '@kezek/api'
import { commonTexts, fieldTexts, problemTexts } from '@kezek/i18n'
import { QueryClientProvider } from '@tanstack/react-query'
import { act, configure, render } from '@testing-library/react'
import { type ReactNode, Suspense } from 'react'
import { vi } from 'vitest'
import { Route, Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'

configure({ asyncUtilTimeout: 10_000 }) // a busy machine is slow, and right

interface Bundle {
  load: (language: 'kk') => Promise<unknown>
}

/**
 * What is answered, by the end of the address, or by the method before it: `DELETE /grants/1`. The first that fits is
 * taken; a function is asked each time. A `code` is a refusal.
 */
export type Answers = Record<string, object | Answering>

type Answering = (request: Request) => object | Promise<object>

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
  vi.stubGlobal('fetch', (request: Request) => answerTo(request, answers))
  // jsdom has no modal dialogs
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true
  }
  HTMLDialogElement.prototype.close = vi.fn()
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: vi.fn(), removeEventListener: vi.fn() }))
  const [pathname = '', search = ''] = address.split('?')
  const place = memoryLocation({ path: pathname, searchPath: search, record: true })
  await Promise.all([...texts, commonTexts, fieldTexts, problemTexts].map((bundle) => bundle.load('kk')))
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

async function answerTo(request: Request, answers: Answers): Promise<Response> {
  const asked = `${request.method} ${new URL(request.url).pathname}`
  const [, found = refusal('not_found', 404)] = Object.entries(answers).find(([named]) => fits(named, asked)) ?? []
  const body = typeof found === 'function' ? await (found as Answering)(request) : found
  return Response.json(body, { status: 'code' in body && 'status' in body ? Number(body.status) : 200 })
}

function fits(named: string, asked: string): boolean {
  const [method = '', end = ''] = named.startsWith('/') ? ['', named] : named.split(' ')
  return asked.startsWith(method) && asked.endsWith(end)
}

/** As a service says no. */
export function refusal(code: string, status = 403, params: object = {}): object {
  return { code, status, params }
}

/** Somebody who is signed in and may go on. */
export const ME = {
  person_id: 'me',
  complete: true,
  roles: ['parent'],
  grants: [],
  language: 'kk',
  must_choose_workplace: false,
}
