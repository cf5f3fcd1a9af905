/** The document of an act: readable JSON, whose exact bytes are signed. */
import type { NcalayerRequest } from '../ncalayer/messages'
import type { PreparedAct } from './ways'

export interface Document {
  id: string
  /** What the person declares, sentence by sentence, in their language. */
  statement: readonly string[]
  /** What it says of the world besides, as JSON: of scans their digests. The service refuses what differs. */
  facts: string
  /** Base64 of the bytes to sign. */
  base64: string
  /** What NCALayer is asked. */
  request: NcalayerRequest
}

/** Taken from the very bytes that are signed, so that what is shown is what is signed. */
export function documentOf({ act_id, document_base64, ncalayer }: PreparedAct): Document {
  const bytes = Uint8Array.from(atob(document_base64), (char) => char.charCodeAt(0))
  const { statement, facts } = JSON.parse(readable(new TextDecoder().decode(bytes))) as {
    statement: string[]
    facts: unknown
  }
  return { id: act_id, statement, facts: JSON.stringify(facts), base64: document_base64, request: ncalayer }
}

/** An act about files is a manifest that has their digests, and the readable statement within it. */
function readable(signed: string): string {
  if (!signed.startsWith('<?xml')) return signed
  const manifest = new DOMParser().parseFromString(signed, 'text/xml')
  return manifest.getElementsByTagNameNS('urn:kezek:statement', 'Statement')[0]?.textContent ?? ''
}

/** Sentence by sentence and fact by fact: another scan of the same name is another document. */
export function sayTheSame(one: Document, other: Document): boolean {
  return one.statement.join('\n') === other.statement.join('\n') && one.facts === other.facts
}
