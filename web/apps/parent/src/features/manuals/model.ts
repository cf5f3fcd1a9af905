/**
 * What a manual is made of: data, so that its three languages can be held together by a test.
 *
 * Texts know four marks: **bold**, [a link](/path), {choiceDays} and the like for a number of the policy (@kezek/domain),
 * and kk«…», ru«…», en«…» for words in another language than the page, which a screen reader is to speak in that language.
 */

export const MANUAL_IDS = ['m4', 'm2', 'm5', 'm3', 'm1'] as const
export type ManualId = (typeof MANUAL_IDS)[number]
/** For those whom no former manual was for. */
export const STAFF_IDS = ['officer', 'administrator'] as const
export type StaffId = (typeof STAFF_IDS)[number]
/** Manuals, and the pages on the rules, on personal data and on accessibility, which are written alike. */
export type DocumentId = ManualId | StaffId | 'rules' | 'privacy' | 'accessibility'

/** Its title and for whom it is stand in the labels: the list of manuals shows them without loading any. */
export interface Manual {
  readonly id: DocumentId
  readonly sections: readonly Section[]
}

export interface Section {
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'heading' | 'paragraph' | Notice; readonly text: string }
  | { readonly kind: 'steps' | 'list'; readonly items: readonly string[] }
  | { readonly kind: 'words'; readonly rows: readonly WordRow[] }

/** `later` tells what the service does not do yet, and what to do meanwhile. */
export type Notice = 'important' | 'note' | 'later'

/** A word of the former service, and where one finds it now. */
export type WordRow = readonly [old: string, now: string]

export const heading = (text: string): Block => ({ kind: 'heading', text })
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
export const important = (text: string): Block => ({ kind: 'important', text })
export const note = (text: string): Block => ({ kind: 'note', text })
export const later = (text: string): Block => ({ kind: 'later', text })
/** One action each, numbered. */
export const steps = (...items: string[]): Block => ({ kind: 'steps', items })
export const list = (...items: string[]): Block => ({ kind: 'list', items })
export const words = (...rows: WordRow[]): Block => ({ kind: 'words', rows })

/** Every text of a block, as written. */
export function textsOf(block: Block): readonly string[] {
  if ('text' in block) return [block.text]
  return 'items' in block ? block.items : block.rows.flat()
}
