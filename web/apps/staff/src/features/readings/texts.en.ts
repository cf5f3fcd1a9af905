import type { English } from '@kezek/i18n'

import type kk from './texts.kk'

export default {
  title: 'Reading log',
  lead: 'Each time somebody on staff opened somebody’s data. The log can be neither changed nor deleted; looking at it is logged, too.',
  whose: 'Whose data',
  reader: 'Who opened them',
  why: 'Why',
  application: 'Application',
  search: 'a search by IIN or number',
  list: 'looking through a list',
  open: 'opening one record',
  act: 'preparing an act to be signed',
  'referrals:search': 'A referral and the child’s card',
  'referrals:accept': 'The document for an enrolment',
  'roster:read': 'A roster',
  'roster:depart': 'The document of a child’s departure',
  'vacancies:read': 'A kindergarten’s free places with who published them',
  'vacancies:read-all': 'The region’s free places with who published them',
  'documents:read': 'The papers of an application',
  'files:open': 'A file that a family handed in',
  'workers:read': 'The list of a kindergarten’s workers',
  'account-requests:read': 'A request for an account',
  'grants:read': 'The list of officers and administrators',
  'accounts:search': 'A search for an account by IIN',
  'accounts:open': 'An account: name, IIN, roles',
  'security-events:read': 'Security events',
  'security-events:export': 'An export of security events',
  'readings:read': 'The reading log',
  'readings:export': 'An export of the reading log',
} as const satisfies English<typeof kk>
