import type { ApplicationsChildView } from '@kezek/api'
import { expect, test } from 'vitest'

import type { Application, Status } from '../../shared/applications/model'
import { arrange } from './arrange'

function application(child: string, code: Status, more: Partial<Application> = {}): Application {
  const state = { code, text: '', since: '2026-11-01T09:00:00+05:00' }
  const own = { iin: child, surname: 'Үлгіева', given_name: child, patronymic: null }
  return {
    child: own,
    state,
    turn: null,
    referral: null,
    submitted_at: '2026-11-01T09:00:00+05:00',
    ...more,
  } as Application
}

const turn = (deadline_at: string) => ({ turn: { deadline_at } }) as Partial<Application>
const referral = (expires_at: string) => ({ referral: { expires_at } }) as Partial<Application>
const names = (applications: Application[]) => applications.map(({ child }) => child.given_name)

test('who must act stands first, the nearest deadline on top, then who waits, then who is settled', () => {
  const { live } = arrange([
    application('enrolled', 'enrolled'),
    application('later', 'queued', { submitted_at: '2026-11-02T09:00:00+05:00' }),
    application('earlier', 'queued'),
    application('come', 'referred', referral('2026-12-08T00:00:00+05:00')),
    application('choose', 'notified', turn('2026-12-04T00:00:00+05:00')),
  ])
  expect(names(live)).toEqual(['choose', 'come', 'earlier', 'later', 'enrolled'])
})

test('the waiting ones are folded from three children on', () => {
  const queued = (count: number) => Array.from({ length: count }, (_, index) => application(String(index), 'queued'))
  expect(arrange(queued(2)).folded).toBe(false)
  expect(arrange(queued(3)).folded).toBe(true)
})

test('what is over is shown as long as the child has nothing newer', () => {
  const { live, ended } = arrange([
    application('again', 'queued'),
    application('again', 'removed'),
    application('gone', 'withdrawn'),
  ])
  expect(names(live)).toEqual(['again'])
  expect(names(ended)).toEqual(['gone'])
})

test('children who can be put into the queue are named', () => {
  const children = [
    { iin: 'queued', obstacle: 'live_application_exists' },
    { iin: 'elder', obstacle: 'child_too_old' },
    { iin: 'just signed', obstacle: null },
    { iin: 'free', obstacle: null },
  ] as ApplicationsChildView[]
  const { without } = arrange([application('just signed', 'submitted')], children)
  expect(without.map(({ iin }) => iin)).toEqual(['free'])
})
