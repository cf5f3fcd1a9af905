/**
 * What this app offers, in the order of the head and of the home page. Who adds a page to be found there adds a line
 * here, its texts beside it (`<name>`, `<name>Short`, `<name>About`), and the page itself in pages.ts.
 */
import type { AuthMe } from '@kezek/api'
import type { IconName } from '@kezek/ui'

type Role = AuthMe['roles'][number]
type Office =
  | 'swaps'
  | 'dashboard'
  | 'region'
  | 'desk'
  | 'published'
  | 'refusals'
  | 'rounds'
  | 'find'
  | 'counter'
  | 'officer'
  | 'requests'
  | 'kindergartens'
  | 'districts'
  | 'rules'
  | 'grants'
  | 'accounts'
  | 'logs'
  | 'system'

export interface Section {
  href: string
  /** How its texts begin. */
  name: 'vacancies' | 'groups' | 'workroom' | 'roster' | 'attendance' | 'staff' | 'admissions' | Office
  icon: IconName
  /** Whose it is. */
  role: Exclude<Role, 'parent'>
}

const SECTIONS: readonly Section[] = [
  { href: '/vacancies', name: 'vacancies', icon: 'table', role: 'worker' },
  { href: '/groups', name: 'groups', icon: 'people', role: 'worker' },
  { href: '/admissions', name: 'admissions', icon: 'inbox', role: 'worker' },
  { href: '/workroom', name: 'workroom', icon: 'case', role: 'worker' },
  { href: '/roster', name: 'roster', icon: 'list', role: 'worker' },
  { href: '/attendance', name: 'attendance', icon: 'check', role: 'worker' },
  { href: '/swaps', name: 'swaps', icon: 'people', role: 'worker' },
  { href: '/staff', name: 'staff', icon: 'person', role: 'worker' },
  { href: '/dashboard', name: 'dashboard', icon: 'bars', role: 'officer' },
  { href: '/desk', name: 'desk', icon: 'inbox', role: 'officer' },
  { href: '/published', name: 'published', icon: 'table', role: 'officer' },
  { href: '/refusals', name: 'refusals', icon: 'shield', role: 'officer' },
  { href: '/rounds', name: 'rounds', icon: 'people', role: 'officer' },
  { href: '/find', name: 'find', icon: 'list', role: 'officer' },
  { href: '/counter', name: 'counter', icon: 'case', role: 'officer' },
  { href: '/officer', name: 'officer', icon: 'book', role: 'officer' },
  { href: '/region', name: 'region', icon: 'bars', role: 'administrator' },
  { href: '/requests', name: 'requests', icon: 'inbox', role: 'administrator' },
  { href: '/kindergartens', name: 'kindergartens', icon: 'garden', role: 'administrator' },
  { href: '/districts', name: 'districts', icon: 'map', role: 'administrator' },
  { href: '/rules', name: 'rules', icon: 'gear', role: 'administrator' },
  { href: '/grants', name: 'grants', icon: 'people', role: 'administrator' },
  { href: '/accounts', name: 'accounts', icon: 'person', role: 'administrator' },
  { href: '/logs', name: 'logs', icon: 'eye', role: 'administrator' },
  { href: '/system', name: 'system', icon: 'pulse', role: 'administrator' },
]

type Whom = Pick<AuthMe, 'roles' | 'must_choose_workplace'>

/** What somebody may do here. A worker of several kindergartens is one before they have chosen where, too. */
export function sectionsOf({ roles, must_choose_workplace }: Whom): readonly Section[] {
  return SECTIONS.filter(({ role }) => roles.includes(role) || (role === 'worker' && must_choose_workplace))
}
