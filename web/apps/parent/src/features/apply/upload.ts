/** A scan on its way to documents, which says what is wrong with it. */
import type { DocumentsFilePurpose, DocumentsUploadView } from '@kezek/api'
import { sendFile } from '@kezek/ui/files'

import type { Papers } from './form'

export const PURPOSES: Record<Papers, DocumentsFilePurpose> = {
  registration: 'registration',
  representation: 'representation',
  benefit: 'benefit_proof',
  needs: 'commission_conclusion',
}

interface Sending {
  file: File
  group: Papers
  draftId: string
  district: string
  onProgress: (share: number) => void
}

/** The file as documents has it: ready with a receipt, or refused with its fault. */
export function send({ file, group, draftId, district, onProgress }: Sending): Promise<DocumentsUploadView> {
  const form = { purpose: PURPOSES[group], draftId, ...(district && { district }) }
  return sendFile({ file, form, onShare: onProgress })
}
