/** One file of a form as it is shown, and what several of them mean for the form. */
import { ApiError, clientProblem } from '@kezek/api'

import type { Fault, Upload } from './faults'
import type { Step } from './send'

export interface Item {
  key: string
  name: string
  /** As it is sent; 0 until that is known. */
  size: number
  state: 'preparing' | 'sending' | 'waiting' | 'checking' | 'ready' | 'refused' | 'unfinished' | 'failed'
  sent: number
  /** The check takes longer than usual. */
  long: boolean
  fault: Fault | null
  error: ApiError | null
  upload: Upload | null
}

/** Why a chosen file was not added, or those that are there cannot be used. */
export interface Left {
  why: 'tooMany' | 'tooLarge' | 'tooLargeShared' | 'empty' | 'notTaken' | 'gone' | 'noAnswer'
  name: string
}

export interface Limits {
  most: number
  megabytes: number
  /** The megabytes are for the files of several forms together. */
  shared?: boolean
}

/** `wait` while something is on its way, `wrong` while something must be taken away; null when all is well. */
export type Hindrance = 'wait' | 'wrong' | null

export const MEGABYTE = 1024 * 1024
const TAKEN = /\.(pdf|jpe?g)$/i
const ON_ITS_WAY = new Set<Item['state']>(['preparing', 'sending', 'waiting', 'checking'])
const STATES: Readonly<Record<Upload['state'], Item['state']>> = {
  receiving: 'unfinished',
  checking: 'checking',
  ready: 'ready',
  refused: 'refused',
  expired: 'unfinished',
}

export function hindranceOf(items: readonly Item[]): Hindrance {
  if (items.some((item) => ON_ITS_WAY.has(item.state))) return 'wait'
  return items.some((item) => item.state !== 'ready') ? 'wrong' : null
}

/** What of this name was cut off: the same file, if it can be told. */
export function cutOff(items: readonly Item[], file: File): Item | undefined {
  const found = items.filter(({ state, name }) => state === 'unfinished' && name === file.name)
  return found.find((item) => goesOnWith(item, file)) ?? found[0]
}

/** A photo that was made smaller on another device is another file. */
export function goesOnWith({ size, upload }: Item, file: File): boolean {
  return size === file.size && upload?.state === 'receiving'
}

/** `elsewhere`: how many bytes the files of other forms take of the same limit. */
export function unfit(file: File, others: readonly Item[], limits: Limits, elsewhere: number): Left['why'] | null {
  if (counted(others).length >= limits.most) return 'tooMany'
  if (file.size === 0) return 'empty'
  if (!TAKEN.test(file.name)) return 'notTaken'
  if (bytesOf(others) + elsewhere + file.size <= limits.megabytes * MEGABYTE) return null
  return limits.shared ? 'tooLargeShared' : 'tooLarge'
}

/** How much of a limit files take, of a form or kept by the service. */
export function bytesOf(files: readonly { size: number; state?: Item['state'] }[]): number {
  return counted(files).reduce((sum, { size }) => sum + size, 0)
}

/** What was refused takes no place. */
export function counted<F extends { state?: Item['state'] }>(files: readonly F[]): readonly F[] {
  return files.filter(({ state }) => state !== 'refused')
}

export function fresh(key: string, name: string, size = 0): Item {
  const none = { fault: null, error: null, upload: null }
  return { key, name, size, state: 'preparing', sent: 0, long: false, ...none }
}

export function restored(upload: Upload): Item {
  return { ...fresh(upload.id, upload.name, upload.size), sent: upload.received, ...asFound(upload) }
}

/** As far as the service knows it. */
export function asFound(upload: Upload): Partial<Item> {
  return { upload, name: upload.name, fault: upload.fault, state: STATES[upload.state] }
}

export function asItem(step: Step): Partial<Item> {
  if (step.step === 'checking') return { state: 'checking', long: step.long, upload: step.upload }
  return { state: step.step, sent: step.upload.received, upload: step.upload }
}

export function asFailed(failure: unknown): Partial<Item> {
  const error = failure instanceof ApiError ? failure : new ApiError(clientProblem('not_understood'))
  return { state: 'failed', error }
}
