/** The client of the API: paths, bodies and answers are typed by the OpenAPI document. */
import createClient from 'openapi-fetch'

import { sayIfUnattended } from './attended'
import { ApiError, clientProblem, type Problem } from './problem'
import type { paths } from './schema'

/** After this long nobody waits for an answer any more; the gateway gives up after 30 seconds. */
export const PATIENCE_MS = 32_000

export const api = createClient<paths>({ baseUrl: location.origin, fetch: patient })

interface Answer<D> {
  data?: D
  error?: unknown
  response: Response
}

/** The data of an answer; throws an `ApiError` for a refusal, a broken connection or silence. */
export async function unwrap<D>(asked: Promise<Answer<D>>): Promise<D> {
  const { data, error, response } = await asked.catch((failure: unknown) => {
    throw asApiError(failure)
  })
  if (!response.ok) throw new ApiError(isProblem(error) ? error : clientProblem('not_understood'))
  return data as D
}

export function isProblem(answer: unknown): answer is Problem {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'params' in answer
}

function asApiError(failure: unknown): unknown {
  if (failure instanceof ApiError || isAbort(failure)) return failure
  if (failure instanceof SyntaxError) return new ApiError(clientProblem('not_understood'))
  return new ApiError(clientProblem('offline'))
}

function isAbort(failure: unknown): boolean {
  return failure instanceof DOMException && failure.name === 'AbortError'
}

/** fetch that ends by itself: as a time-out after a while, as cancelled when the caller's signal says so. */
async function patient(request: Request): Promise<Response> {
  sayIfUnattended(request)
  const ours = new AbortController()
  const end = setTimeout(() => {
    ours.abort(new ApiError(clientProblem('timeout')))
  }, PATIENCE_MS)
  request.signal.addEventListener('abort', () => {
    ours.abort(request.signal.reason)
  })
  try {
    return await fetch(request, { signal: ours.signal })
  } finally {
    clearTimeout(end)
  }
}
