/** Marks that this device has not sent yet: each under an id of its own, and bound to the person who made it. */
import type { KindergartensMarkKind } from '@kezek/api'
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

/** A person's own, in the order of making. */
export async function marksOf(personId: string): Promise<Mark[]> {
  const found = await (await shelf()).getAllFromIndex('marks', 'person', personId)
  return found.sort((a, b) => a.at.localeCompare(b.at))
}

export async function forgetMark(id: string): Promise<void> {
  await (await shelf()).delete('marks', id)
}
