/**
 * What is to be seen of every page of parents, by its address in pages.ts: who looks, where, and after what. A page without a
 * line here fails tools/pages.test.tsx.
 */
import {
  addsClaim,
  applied,
  begins,
  branches,
  chosen,
  openAll,
  opensChild,
  opensNotice,
  send,
  sendNothing,
} from './acts.ts'
import type { Shot } from './shot.ts'

export const parentShots: Readonly<Record<string, readonly Shot[]>> = {
  '/': [{}, { as: 'waiting', name: 'signed-in' }],
  '/sign-in': [
    {},
    { at: () => '/sign-in?way=eds', name: 'eds' },
    { at: () => '/sign-in?way=code', name: 'code', act: sendNothing },
    { at: () => '/sign-in?way=password', name: 'password' },
    { as: 'waiting', name: 'already' },
  ],
  '/first-email': [{ as: 'unfinished' }],
  '/settings': [{ as: 'waiting' }, { as: 'waiting', name: 'open', act: openAll }],
  '/settings/password': [{ as: 'worker' }, { as: 'waiting', name: 'parent' }],
  '/settings/readings': [{ as: 'enrolled' }, { as: 'new', name: 'none' }],
  '/settings/sessions': [{ as: 'waiting' }],
  '/settings/events': [{ as: 'waiting' }],
  '/inbox': [{ as: 'referred' }, { as: 'referred', name: 'open', act: opensNotice }, { as: 'new', name: 'none' }],
  '/cabinet': (['new', 'waiting', 'ageing', 'notified', 'referred', 'refused', 'enrolled'] as const).map((as) => ({
    as,
    name: as,
  })),
  '/apply': [
    { as: 'new' },
    { as: 'new', name: 'wrong', act: sendNothing },
    { as: 'new', name: 'applicant', act: (page) => applied(page, 1) },
    { as: 'new', name: 'child', act: (page) => applied(page, 2) },
    { as: 'new', name: 'branches', act: branches },
    { as: 'new', name: 'check', act: (page) => applied(page, 3) },
  ],
  '/apply/done/:id': [{ as: 'waiting', at: ({ applications }) => `/apply/done/${applications.waiting}` }],
  '/queue/:id': (['waiting', 'notified', 'referred'] as const).map((as) => ({
    as,
    name: as,
    at: ({ applications }) => `/queue/${applications[as]}`,
  })),
  '/choose/:id': (['notified', 'waiting'] as const).map((as) => ({
    as,
    name: as,
    at: ({ applications }) => `/choose/${applications[as]}`,
  })),
  // the clock of the refused one stands
  '/referral/:id': (['referred', 'refused', 'enrolled', 'waiting'] as const).map((as) => ({
    as,
    name: as,
    at: ({ applications }) => `/referral/${applications[as]}`,
  })),
  '/journal': [{ as: 'waiting' }, { as: 'enrolled', name: 'enrolled' }, { as: 'new', name: 'none' }],
  '/journal/:id/:tab?': [
    ...['', '/history', '/documents'].map((tab): Shot => ({
      as: 'referred',
      name: tab.slice(1) || 'information',
      at: ({ applications }) => `/journal/${applications.referred}${tab}`,
    })),
    { as: 'enrolled', name: 'enrolled', at: ({ applications }) => `/journal/${applications.enrolled}` },
    { as: 'waiting', name: 'add-claim', at: ({ applications }) => `/journal/${applications.waiting}`, act: addsClaim },
  ],
  '/move/:id': [{ as: 'waiting', at: ({ applications }) => `/move/${applications.waiting}` }],
  '/transfer/:id': [
    { as: 'enrolled', at: ({ applications }) => `/transfer/${applications.enrolled}` },
    {
      as: 'enrolled',
      name: 'follows',
      at: ({ applications }) => `/transfer/${applications.enrolled}`,
      act: sendNothing,
    },
    { as: 'waiting', name: 'not-now', at: ({ applications }) => `/transfer/${applications.waiting}` },
  ],
  '/wishes/:id': [{ as: 'waiting', at: ({ applications }) => `/wishes/${applications.waiting}` }],
  '/wished/:id': [{ as: 'waiting', at: ({ applications }) => `/wished/${applications.waiting}` }],
  '/withdraw/:id': (['waiting', 'notified', 'enrolled'] as const).map((as) => ({
    as,
    name: as,
    at: ({ applications }) => `/withdraw/${applications[as]}`,
  })),
  // a state in which it may be needs a moved clock: journeys/vouchers.spec.ts looks at that
  '/restore/:id': [{ as: 'waiting', at: ({ applications }) => `/restore/${applications.waiting}` }],
  '/decline/:id': [{ as: 'referred', at: ({ applications }) => `/decline/${applications.referred}` }],
  '/cancel/:id': (['referred', 'refused'] as const).map((as) => ({
    as,
    name: as,
    at: ({ applications }) => `/cancel/${applications[as]}`,
  })),
  '/papers': [
    { as: 'referred' },
    { as: 'referred', name: 'applicant', act: begins },
    { as: 'referred', name: 'child', act: opensChild },
    { as: 'new', name: 'nobody' },
  ],
  '/admissions': [{ as: 'refused' }, { as: 'new', name: 'none' }],
  '/admissions/:application/:referral/:tab?': ['', '/history', '/documents'].map((tab) => ({
    as: 'refused',
    at: ({ applications, refusal }) => `/admissions/${applications.refused}/${refusal}${tab}`,
    name: tab.slice(1),
  })),
  '/refusal/:id': [{ as: 'refused', at: ({ applications }) => `/refusal/${applications.refused}` }],
  '/swap/:id': (['enrolled', 'waiting'] as const).map((as) => ({
    as,
    name: as,
    at: ({ applications }) => `/swap/${applications[as]}`,
  })),
  '/escorts': (['enrolled', 'waiting'] as const).map((as) => ({ as, name: as })),
  '/pickups': (['enrolled', 'waiting'] as const).map((as) => ({ as, name: as })),
  '/attendance': [{ as: 'enrolled' }, { as: 'enrolled', name: 'help', act: openAll }, { as: 'new', name: 'none' }],
  '/attendance/:id': [{ as: 'enrolled', at: ({ applications }) => `/attendance/${applications.enrolled}` }],
  '/bulletin': [{}, { name: 'district', act: (page, { district }) => chosen(page, district) }],
  '/place': [{}, { name: 'none', act: (page) => send(page, { number: '10.UO.2026.99999.1' }) }],
  '/vacancies': [{}, { name: 'district', at: ({ district }) => `/vacancies?district=${district}` }],
  '/kindergartens': [{}, { name: 'district', at: ({ district }) => `/kindergartens?district=${district}` }],
  '/kindergartens/:id': [{ at: ({ kindergarten }) => `/kindergartens/${kindergarten}` }],
  '/check': [{}, { name: 'valid', act: (page, { check_code }) => send(page, { code: check_code }) }],
  '/account-request': [{}, { name: 'wrong', act: sendNothing }],
  '/account-request/status': [
    {},
    { name: 'open', act: (page, { account_request: { number, code } }) => send(page, { number, code }) },
  ],
  '/manuals': [{}],
  '/manuals/:id': ['m1', 'm2', 'm3', 'm4', 'm5', 'officer', 'administrator'].map((name) => ({
    name,
    at: () => `/manuals/${name}`,
  })),
  '/rules': [{}],
  '/privacy': [{}],
  '/accessibility': [{}],
}
