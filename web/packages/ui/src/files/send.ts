/** Sends one file in parts, goes on where the connection broke, and waits for the verdict. */
import { api, ApiError, unwrap } from '@kezek/api'

import type { Purpose, Upload } from './faults'

export interface Form {
  purpose: Purpose
  draftId: string
  /** Whose policy limits; else the region's. */
  district?: string | undefined
}

export type Step = { step: 'sending' | 'waiting'; upload: Upload } | { step: 'checking'; long: boolean; upload: Upload }

export interface Told {
  signal: AbortSignal
  onStep: (step: Step) => void
}

const SMALLEST_PART = 16 * 1024
const PAUSES_MS = [1000, 2000, 4000, 8000]
const ASKED_AGAIN_MS = [300, 500, 1000, 2000]
const LONG_AFTER_MS = 10_000
/** What passes when one waits, or sends less at once. */
const PASSING = new Set(['offline', 'timeout', 'body_too_slow', 'bad_request', 'http_error'])
const PASSING_STATUS = new Set([429, 502, 503, 504])

export async function begin(file: File, form: Form, key: string): Promise<Upload> {
  const body = {
    purpose: form.purpose,
    draft_id: form.draftId,
    name: file.name,
    size: file.size,
    sha256: await sha256(file),
    ...(form.district !== undefined && { district: form.district }),
  }
  return unwrap(api.POST('/api/documents/uploads', { body, params: { header: { 'Idempotency-Key': key } } }))
}

/** Sends what is not there yet, and answers when it is all there, perhaps not checked yet. */
export async function sendRest(file: File, begun: Upload, told: Told): Promise<Upload> {
  let upload = begun
  let size = upload.part_bytes
  let failures = 0
  while (upload.state === 'receiving') {
    told.onStep({ step: 'sending', upload })
    try {
      upload = await (upload.received < upload.size ? sendPart(file, upload, size, told.signal) : finish(upload.id))
      failures = 0
    } catch (failure) {
      const passes = passing(failure)
      if (!passes || told.signal.aborted) throw failure
      told.onStep({ step: 'waiting', upload })
      size = Math.max(SMALLEST_PART, Math.floor(size / 2))
      await pause(PAUSES_MS[failures++] ?? 8000, told.signal)
      upload = (await look(upload.id).catch(() => null)) ?? upload
    }
  }
  return upload
}

/** Asks until a file that came in full is ready or refused. */
export async function verdict(begun: Upload, { signal, onStep }: Told): Promise<Upload> {
  const since = Date.now()
  let upload = begun
  for (let asked = 0; upload.state === 'checking'; asked++) {
    onStep({ step: 'checking', long: Date.now() - since > LONG_AFTER_MS, upload })
    await pause(ASKED_AGAIN_MS[asked] ?? 3000, signal)
    upload = await look(upload.id).catch((failure: unknown) => {
      if (passing(failure)) return upload
      throw failure
    })
  }
  return upload
}

export function look(id: string): Promise<Upload> {
  return unwrap(api.GET('/api/documents/uploads/{upload_id}', { params: { path: { upload_id: id } } }))
}

export async function ofForm({ purpose, draftId }: Form): Promise<readonly Upload[]> {
  const query = { purpose, draft_id: draftId }
  return (await unwrap(api.GET('/api/documents/uploads', { params: { query } }))).items
}

export function takeBack(id: string): Promise<unknown> {
  return unwrap(api.DELETE('/api/documents/uploads/{upload_id}', { params: { path: { upload_id: id } } }))
}

async function sendPart(file: File, upload: Upload, size: number, signal: AbortSignal): Promise<Upload> {
  const begins = upload.received
  const part = file.slice(begins, begins + size)
  try {
    return await unwrap(
      api.PUT('/api/documents/uploads/{upload_id}/parts/{begins}', {
        params: { path: { upload_id: upload.id, begins } },
        body: part as unknown as string, // bytes as they are
        bodySerializer: (body: unknown) => body as Blob,
        headers: { 'Content-Type': 'application/octet-stream' },
        signal,
      }),
    )
  } catch (failure) {
    // the answer to this part, or to one before it, was lost: what is there is asked
    if (codeOf(failure) === 'upload_goes_on_elsewhere') return look(upload.id)
    throw failure
  }
}

function finish(id: string): Promise<Upload> {
  return unwrap(api.POST('/api/documents/uploads/{upload_id}/finish', { params: { path: { upload_id: id } } }))
}

function passing(failure: unknown): boolean {
  if (!(failure instanceof ApiError)) return false
  const { problem } = failure
  return PASSING.has(problem.code) || PASSING_STATUS.has(problem.status)
}

function codeOf(failure: unknown): string {
  return failure instanceof ApiError ? failure.problem.code : ''
}

/** Waits, or until the connection is back; throws when it is no longer wanted. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done, gone) => {
    const end = () => {
      clearTimeout(timer)
      removeEventListener('online', end)
      signal.removeEventListener('abort', end)
      if (signal.aborted) gone(new DOMException('no longer wanted', 'AbortError'))
      else done()
    }
    const timer = setTimeout(end, ms)
    addEventListener('online', end)
    signal.addEventListener('abort', end)
    if (signal.aborted) end()
  })
}

/** What the file is, so that nothing else goes on in its place; a page without TLS cannot tell. */
async function sha256(file: File): Promise<string | null> {
  if (!('subtle' in crypto)) return null
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
