import type kk from './labels.kk'
import type { ManualId } from './model'

/** Chapters that the list of manuals leads to as well: section and label. */
export const CHAPTERS: Readonly<Partial<Record<ManualId, Readonly<Record<string, keyof typeof kk>>>>> = {
  m1: { 'sign-in': 'm1SignIn', places: 'm1Places', admission: 'm1Admission', departure: 'm1Departure' },
  m2: { 'automated-queue': 'm2Queue' },
}
