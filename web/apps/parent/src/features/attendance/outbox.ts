/**
 * Marks that this device has not sent yet: each under an id of its own, and bound to the person who made it. What was
 * refused is kept beside them, where signing out takes it away at once.
 */
import type { KindergartensMarkKind } from '@kezek/api'
import { REFUSED } from '@kezek/ui'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

export interface Mark {
  id: string
  person_id: string
  application_id: string
  kind: KindergartensMarkKind
  /** By the device's clock. */
  at: string
  /** Why it was not taken; kept until it is read. */
  refused?: string
}

interface Shelf extends DBSchema {
  marks: { key: string; value: Mark; indexes: { person: string } }
}

let opened: Promise<IDBPDatabase<Shelf>> | undefined

function shelf(): Promise<IDBPDatabase<Shelf>> {
  opened ??= openDB<Shelf>('kezek-attendance', 1, {
    upgrade: (db) => void db.createObjectStore('marks', { keyPath: 'id' }).createIndex('person', 'person_id'),
    terminated: () => (opened = undefined),
  })
  return opened
}

export async function putMark(mark: Mark): Promise<void> {
  await (await shelf()).put('marks', mark)
}

/** It was answered for good: that is kept before it is taken from what is sent. */
export async function refuseMark(mark: Mark, refused: string): Promise<void> {
  keepRefused([...readRefused().filter(({ id }) => id !== mark.id), { ...mark, refused }])
  await (await shelf()).delete('marks', mark.id)
}

/** A person's own, in the order of making. */
export async function marksOf(personId: string): Promise<Mark[]> {
  const refused = readRefused().filter(({ person_id }) => person_id === personId)
  const known = new Set(refused.map(({ id }) => id))
  const unsent = await (await shelf()).getAllFromIndex('marks', 'person', personId)
  return [...refused, ...unsent.filter(({ id }) => !known.has(id))].sort((a, b) => a.at.localeCompare(b.at))
}

export async function forgetMark(id: string): Promise<void> {
  keepRefused(readRefused().filter((mark) => mark.id !== id))
  await (await shelf()).delete('marks', id)
}

function readRefused(): Mark[] {
  try {
    return JSON.parse(localStorage.getItem(REFUSED) ?? '[]') as Mark[]
  } catch {
    return []
  }
}

function keepRefused(marks: readonly Mark[]): void {
  if (marks.length === 0) localStorage.removeItem(REFUSED)
  else localStorage.setItem(REFUSED, JSON.stringify(marks))
}
