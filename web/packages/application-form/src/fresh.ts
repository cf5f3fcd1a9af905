/** Receipts are good for a while, a draft for a month: before the form is signed they are asked for anew. */
import { ApiError } from '@kezek/api'
import { uploadsOf } from '@kezek/ui/files'

import { type Asked, neededPapers, PURPOSES } from './asked'

/** The form with fresh receipts; those of files that are no longer there stay, and the API says what is wrong. */
export async function withFreshReceipts<T extends Asked>(form: T, own: boolean): Promise<T> {
  const scans = { ...form.scans }
  for (const group of neededPapers(form, own)) {
    if (scans[group].length === 0) continue
    const found = await uploadsOf({ purpose: PURPOSES[group], draftId: form.filesDraft }).catch(unlessRefused)
    const receipts = new Map(found.map(({ id, receipt }) => [id, receipt]))
    scans[group] = scans[group].map((scan) => ({ ...scan, receipt: receipts.get(scan.id) ?? scan.receipt }))
  }
  return { ...form, scans }
}

/** The receipts at hand may do. */
function unlessRefused(failure: unknown): [] {
  if (failure instanceof ApiError) return []
  throw failure
}
