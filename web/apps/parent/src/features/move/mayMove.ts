import type { ApplicationsApplicationStatus } from '@kezek/api'

const MOVABLE: readonly ApplicationsApplicationStatus[] = ['queued', 'notified', 'stop_listed']

/** Whether a child in this state may go to another district (domain §4). */
export function mayMove(status: ApplicationsApplicationStatus): boolean {
  return MOVABLE.includes(status)
}
