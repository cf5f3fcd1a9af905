/** What pages make of an application, whatever they show of it. */
import type { ApplicationsApplicationStatus, ApplicationsApplicationView, ApplicationsPersonView } from '@kezek/api'

export type Application = ApplicationsApplicationView
export type Status = ApplicationsApplicationStatus
export type Turn = NonNullable<Application['turn']>
export type Referral = NonNullable<Application['referral']>

const ENDED: readonly Status[] = ['refused', 'removed', 'withdrawn', 'rejected', 'departed']

/** Whether the application is over, so that another one may be made for the child. */
export function isOver(status: Status): boolean {
  return ENDED.includes(status)
}

/** Surname first, as papers have it. */
export function fullName({ surname, given_name, patronymic }: ApplicationsPersonView): string {
  return [surname, given_name, patronymic].filter(Boolean).join(' ')
}

export function shortName({ surname, given_name }: ApplicationsPersonView): string {
  return `${surname} ${given_name}`
}
