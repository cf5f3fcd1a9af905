/**
 * What is to be seen of every page, by its address in pages.ts: who looks, where, and after what. A page without a line
 * here fails tools/pages.test.ts.
 */
import type { Page } from '@playwright/test'

import type { Scene, Who } from '../helpers/scene.ts'
import {
  accepting,
  addsClaim,
  applied,
  begins,
  branches,
  choosesAtCounter,
  chosen,
  departing,
  departureOf,
  NUMBERS,
  OFFER,
  openAll,
  opensChild,
  paper,
  refusing,
  send,
  sendNothing,
} from './acts.ts'

export interface Shot {
  /** Who has signed in; without one, nobody. */
  as?: Who
  /** The address, if it is not the table's own. */
  at?: (scene: Scene) => string
  /** What tells this picture of the page from its others. */
  name?: string
  /** What is done before the picture; in no language. */
  act?: (page: Page, scene: Scene) => Promise<void>
}

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
  '/settings/messages': [{ as: 'referred' }, { as: 'new', name: 'none' }],
  '/settings/readings': [{ as: 'enrolled' }, { as: 'new', name: 'none' }],
  '/settings/sessions': [{ as: 'waiting' }],
  '/settings/events': [{ as: 'waiting' }],
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

/** Addresses below /staff. */
export const staffShots: Readonly<Record<string, readonly Shot[]>> = {
  '/': [{}, ...(['worker', 'administrator', 'officer', 'waiting'] as const).map((as) => ({ as, name: `home-${as}` }))],
  '/workplace': [{ as: 'worker' }],
  '/vacancies': [{ as: 'worker' }, { as: 'waiting', name: 'parent' }],
  '/vacancies/add': [
    { as: 'worker' },
    { as: 'worker', name: 'wrong', act: sendNothing },
    { as: 'worker', name: 'attention', at: () => `/vacancies/add?${OFFER}`, act: sendNothing },
    { as: 'worker', name: 'sign', at: ({ kindergarten }) => `/vacancies/add?${OFFER}&sign=${kindergarten}` },
    {
      as: 'worker',
      name: 'refused',
      at: ({ kindergarten }) => `/vacancies/add?${OFFER}01&sign=${kindergarten}`,
    },
  ],
  '/vacancies/:id': [{ as: 'worker', at: ({ vacancy }) => `/vacancies/${vacancy}` }],
  '/groups': [{ as: 'worker' }],
  '/groups/state': [{ as: 'worker' }, { as: 'worker', name: 'wrong', act: sendNothing }],
  '/workroom': [
    { as: 'worker' },
    { as: 'worker', name: 'wrong', act: sendNothing },
    { as: 'worker', name: 'unknown', act: (page) => send(page, { number: '1999999901' }) },
    { as: 'worker', name: 'enrolled', act: (page, { referrals }) => send(page, { number: referrals.enrolled }) },
    { as: 'worker', name: 'found', act: (page, { referrals }) => send(page, { number: referrals.referred }) },
    { as: 'worker', name: 'accept', act: accepting },
    { as: 'worker', name: 'refuse', act: refusing },
    { as: 'worker', name: 'refused', act: (page, { referrals }) => send(page, { number: referrals.refused }) },
  ],
  '/roster': [{ as: 'worker' }, { as: 'worker', name: 'former', at: () => '/roster?former=1' }],
  '/roster/groups': [{ as: 'worker' }],
  '/roster/:id': [{ as: 'worker', at: ({ enrolment }) => `/roster/${enrolment}` }],
  '/roster/:id/departure': [
    { as: 'worker', at: departureOf },
    { as: 'worker', name: 'wrong', at: departureOf, act: sendNothing },
    { as: 'worker', name: 'sign', at: departureOf, act: departing },
  ],
  // what waits for two kindergartens needs two enrolled children: journeys/swap.spec.ts looks at that
  '/staff': [{ as: 'worker' }],
  '/swaps': [{ as: 'worker' }],
  '/swaps/:id': [{ as: 'worker', at: () => '/swaps/00000000-0000-4000-8000-000000000000' }],
  '/dashboard': [
    { as: 'officer' },
    { as: 'administrator', name: 'region' },
    { as: 'administrator', name: 'district', at: ({ district }) => `/dashboard?district=${district}` },
    { as: 'officer', name: 'reversed', at: () => '/dashboard?from=2026-02-01&to=2026-01-31' },
  ],
  '/region': [{ as: 'administrator' }],
  '/officer': [{ as: 'officer' }],
  '/desk': [{ as: 'officer' }],
  '/published': [{ as: 'officer' }],
  '/published/:id': [
    { as: 'officer', at: ({ vacancy }) => `/published/${vacancy}` },
    { as: 'officer', name: 'wrong', at: ({ vacancy }) => `/published/${vacancy}`, act: sendNothing },
  ],
  '/desk/:id': (['waiting', 'referred'] as const).map((child) => ({
    as: 'officer',
    name: child,
    at: ({ applications }) => `/desk/${applications[child]}`,
  })),
  '/desk/:id/choose': [
    { as: 'officer', at: ({ applications }) => `/desk/${applications.notified}/choose` },
    { as: 'officer', at: ({ applications }) => `/desk/${applications.waiting}/choose`, name: 'waiting' },
    {
      as: 'officer',
      at: ({ applications }) => `/desk/${applications.notified}/choose`,
      name: 'paper',
      act: choosesAtCounter,
    },
  ],
  '/rounds': [{ as: 'officer' }],
  '/rounds/:id': [{ as: 'officer', at: () => '/rounds/00000000-0000-4000-8000-000000000000', name: 'none' }],
  '/admissions': [{ as: 'worker' }],
  '/admissions/:id': [{ as: 'worker', at: ({ refusal }) => `/admissions/${refusal}` }],
  '/refusals': [{ as: 'officer' }],
  '/refusals/:id': [{ as: 'officer', at: ({ refusal }) => `/refusals/${refusal}` }],
  '/counter': [
    { as: 'officer' },
    { as: 'officer', name: 'wrong', act: sendNothing },
    { as: 'officer', name: 'paper', act: paper },
  ],
  '/find': [{ as: 'officer' }, { as: 'officer', name: 'wrong', act: sendNothing }],
  '/kindergartens/:id/close': [
    { as: 'administrator', at: ({ kindergarten }) => `/kindergartens/${kindergarten}/close`, act: openAll },
    {
      as: 'administrator',
      name: 'wrong',
      at: ({ kindergarten }) => `/kindergartens/${kindergarten}/close`,
      act: sendNothing,
    },
  ],
  '/requests': [{ as: 'administrator' }, { as: 'worker', name: 'worker' }],
  '/requests/:id': (['asNew', 'refuse'] as const).map((way) => ({
    as: 'administrator',
    name: way.toLowerCase(),
    at: ({ account_request: { id } }) => `/requests/${id}`,
    act: (page) => page.locator(`label[for=way${way === 'asNew' ? '' : '-refuse'}]`).click(),
  })),
  '/kindergartens': [{ as: 'administrator' }],
  '/kindergartens/add': [{ as: 'administrator' }, { as: 'administrator', name: 'wrong', act: sendNothing }],
  '/kindergartens/:id': [
    { as: 'administrator', at: ({ kindergarten }) => `/kindergartens/${kindergarten}`, act: openAll },
  ],
  '/districts': [
    { as: 'administrator' },
    {
      as: 'administrator',
      name: 'change',
      act: (page) => page.locator('main td button, main li button').first().click(),
    },
  ],
  '/rules': [
    { as: 'administrator' },
    { as: 'administrator', name: 'district', at: ({ district }) => `/rules?district=${district}` },
  ],
  '/rules/policy': [
    { as: 'administrator', at: ({ district }) => `/rules/policy?district=${district}` },
    { as: 'administrator', name: 'wrong', at: () => '/rules/policy?max_places=0', act: sendNothing },
    {
      as: 'administrator',
      name: 'preview',
      at: ({ district }) => `/rules/policy?district=${district}&${NUMBERS}&step=preview`,
    },
    {
      as: 'administrator',
      name: 'sign',
      at: ({ district }) => `/rules/policy?district=${district}&${NUMBERS}&step=sign`,
    },
  ],
  '/rules/calendar': [
    { as: 'administrator', at: () => '/rules/calendar?year=2030&days=2030-02-05,2030-02-09' },
    { as: 'administrator', name: 'sign', at: () => '/rules/calendar?year=2030&days=2030-02-05,2030-02-09&step=sign' },
  ],
  '/rules/sorting': [{ as: 'administrator' }],
  '/rules/contracts': [
    { as: 'administrator' },
    { as: 'administrator', name: 'template', at: ({ district }) => `/rules/contracts?district=${district}` },
  ],
  '/rules/sorting/:district': [{ as: 'administrator', at: ({ district }) => `/rules/sorting/${district}` }],
  '/rules/benefits': [
    { as: 'administrator' },
    {
      as: 'administrator',
      name: 'change',
      act: (page) => page.locator('main td button, main li button').first().click(),
    },
  ],
  '/grants': [{ as: 'administrator' }],
  '/accounts': [{ as: 'administrator' }, { as: 'administrator', name: 'wrong', act: sendNothing }],
  '/accounts/:id': [{ as: 'administrator', at: ({ account }) => `/accounts/${account}` }],
  '/logs': [{ as: 'administrator' }],
  '/logs/events': [{ as: 'administrator', at: ({ account }) => `/logs/events?person=${account}` }],
  '/system': [{ as: 'administrator' }],
  '/system/parked': [{ as: 'administrator' }],
}
