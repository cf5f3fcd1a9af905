/** Where a notice leads: to the page on which something is to be done, else to the application. */
import type { NotificationsNoticeView } from '@kezek/api'

type Kind = NotificationsNoticeView['kind']
type Page = 'application' | 'choose' | 'referral' | 'restore' | 'swap' | 'escorts' | 'pickups' | 'papers' | 'attendance'

const ADDRESSES: Readonly<Record<Page, (application: string, month: string | null) => string>> = {
  application: (id) => `/journal/${id}`,
  choose: (id) => `/choose/${id}`,
  referral: (id) => `/referral/${id}`,
  restore: (id) => `/restore/${id}`,
  swap: (id) => `/swap/${id}`,
  escorts: () => '/escorts',
  pickups: () => '/pickups',
  papers: () => '/admissions',
  attendance: (id, month) => `/attendance/${id}${month ? `?month=${month}` : ''}`,
}
const PAGES: Partial<Record<Kind, Page>> = {
  turn_started: 'choose',
  turn_moved: 'choose',
  turn_ends_soon: 'choose',
  place_by_round: 'choose',
  place_by_round_moved: 'choose',
  place_by_round_ends_soon: 'choose',
  referral_issued: 'referral',
  chosen_at_counter: 'referral',
  referral_moved: 'referral',
  referral_extended: 'referral',
  referral_ends_soon: 'referral',
  arrived: 'referral',
  referral_refused: 'referral',
  refusal_upheld: 'referral',
  refusal_overruled: 'referral',
  referral_accepted: 'referral',
  papers_submitted: 'papers',
  papers_returned: 'papers',
  papers_returned_without_term: 'papers',
  inactive: 'restore',
  restoring_ends_soon: 'restore',
  month_to_approve: 'attendance',
  month_reopened: 'attendance',
}

export function wayOf({ kind, application_id: id, month }: NotificationsNoticeView): { page: Page; address: string } {
  const page = PAGES[kind] ?? byBeginning(kind)
  return { page, address: ADDRESSES[page](id, month) }
}

function byBeginning(kind: Kind): Page {
  if (kind.startsWith('swap_')) return 'swap'
  if (kind.startsWith('pickup_')) return 'pickups'
  return kind.startsWith('escort_') ? 'escorts' : 'application'
}
