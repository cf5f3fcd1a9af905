/** What pages make of an application, whatever they show of it. */
import type { ApplicationsApplicationStatus, ApplicationsApplicationView, ApplicationsPersonView } from '@kezek/api'
import { formatIin } from '@kezek/domain'

export type Application = ApplicationsApplicationView
export type Status = ApplicationsApplicationStatus
export type Turn = NonNullable<Application['turn']>
export type Referral = NonNullable<Application['referral']>

const ENDED: readonly Status[] = ['refused', 'removed', 'withdrawn', 'rejected', 'departed']

/** Whether the application is over, so that another one may be made for the child. */
export function isOver(status: Status): boolean {
  return ENDED.includes(status)
}

/** Surname first, as papers have it; the IIN of whom the register has not named yet. */
export function fullName({ surname, given_name, patronymic, iin }: ApplicationsPersonView): string {
  return [surname, given_name, patronymic].filter(Boolean).join(' ') || formatIin(iin)
}

export function shortName({ surname, given_name, iin }: ApplicationsPersonView): string {
  return [surname, given_name].filter(Boolean).join(' ') || formatIin(iin)
}

/** What a child is called in a sentence. */
export function calledName({ given_name, iin }: ApplicationsPersonView): string {
  return given_name || formatIin(iin)
}
