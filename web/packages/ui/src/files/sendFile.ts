/** One file from the choice to its verdict, for who shows files in a way of its own. */
import type { Upload } from './faults'
import { begin, type Form, sendRest, verdict } from './send'
import { prepared } from './shrink'
import { newId } from '@kezek/domain'

interface Sending {
  file: File
  form: Form
  /** From 0 to 1. */
  onShare: (share: number) => void
}

/** Ready with a receipt, or refused with a fault; a broken connection is waited for. */
export async function sendFile({ file, form, onShare }: Sending): Promise<Upload> {
  const sent = await prepared(file)
  const told = {
    signal: new AbortController().signal,
    onStep: ({ upload }: { upload: Upload }) => onShare(upload.received / upload.size),
  }
  const begun = await begin(sent, form, newId())
  return verdict(await sendRest(sent, begun, told), told)
}
