/** A scan on its way to documents: in parts, each of which may be sent again; ready once it is checked there. */
import { api, type DocumentsFilePurpose, type DocumentsUploadView, unwrap } from '@kezek/api'

import type { Papers } from './form'

export const PURPOSES: Record<Papers, DocumentsFilePurpose> = {
  registration: 'registration',
  representation: 'representation',
  benefit: 'benefit_proof',
  needs: 'commission_conclusion',
}

const ASK_EVERY_MS = 700
const TRIES = 5

interface Sending {
  file: File
  group: Papers
  draftId: string
  district: string
  onProgress: (share: number) => void
}

/** The file as documents has it: ready with a receipt, still being checked, or refused with its fault. */
export async function send({ file, group, draftId, district, onProgress }: Sending): Promise<DocumentsUploadView> {
  const begun = await unwrap(
    api.POST('/api/documents/uploads', {
      body: {
        purpose: PURPOSES[group],
        draft_id: draftId,
        name: file.name,
        size: file.size,
        sha256: null,
        district: district || null,
      },
    }),
  )
  let { received } = begun
  while (received < file.size) {
    const part = file.slice(received, received + begun.part_bytes)
    received = (await again(() => put(begun.id, received, part))).received
    onProgress(received / file.size)
  }
  return await checked(await unwrap(api.POST('/api/documents/uploads/{upload_id}/finish', pathOf(begun.id))))
}

export async function takeBack(id: string): Promise<void> {
  await unwrap(api.DELETE('/api/documents/uploads/{upload_id}', pathOf(id)))
}

function put(id: string, begins: number, part: Blob) {
  return unwrap(
    api.PUT('/api/documents/uploads/{upload_id}/parts/{begins}', {
      params: { path: { upload_id: id, begins } },
      // the bytes as they are
      body: part as unknown as string,
      bodySerializer: (body) => body,
      headers: { 'content-type': 'application/octet-stream' },
    }),
  )
}

/** A part that a broken connection lost is sent once more. */
async function again<T>(ask: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await ask()
    } catch (error) {
      if (tried === TRIES) throw error
      await pause(tried * 1000)
    }
  }
}

async function checked(upload: DocumentsUploadView): Promise<DocumentsUploadView> {
  let now = upload
  while (now.state === 'checking') {
    await pause(ASK_EVERY_MS)
    now = await unwrap(api.GET('/api/documents/uploads/{upload_id}', pathOf(upload.id)))
  }
  return now
}

const pathOf = (upload_id: string) => ({ params: { path: { upload_id } } })
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
