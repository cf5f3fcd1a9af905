/**
 * What is to be seen of every page of staff, by its address in pages.ts: who looks, where, and after what. A page without a
 * line here fails tools/pages.test.tsx.
 */
import {
  accepting,
  asksWhatWasTold,
  choosesAtCounter,
  departing,
  departureOf,
  NUMBERS,
  OFFER,
  openAll,
  opensForms,
  paper,
  previewed,
  refusing,
  send,
  sendNothing,
  triesACode,
} from './acts.ts'
import type { Shot } from './shot.ts'

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
  '/attendance': [
    { as: 'worker' },
    { as: 'worker', name: 'forms', act: opensForms },
    { as: 'worker', name: 'code', act: triesACode },
  ],
  '/attendance/sheet': [{ as: 'worker', act: openAll }],
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
  '/desk/:id': [
    ...(['waiting', 'referred'] as const).map((child): Shot => ({
      as: 'officer',
      name: child,
      at: ({ applications }) => `/desk/${applications[child]}`,
    })),
    {
      as: 'officer',
      name: 'told',
      at: ({ applications }) => `/desk/${applications.referred}`,
      act: asksWhatWasTold,
    },
  ],
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
    {
      as: 'administrator',
      name: 'template',
      at: ({ district }) => `/rules/contracts?district=${district}`,
      act: previewed,
    },
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
