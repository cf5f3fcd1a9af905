import type { AuthMe } from '@kezek/api'

/** Whose workroom it is; a person of several roles has one for all of them. */
export function titleOf({ roles, must_choose_workplace }: Pick<AuthMe, 'roles' | 'must_choose_workplace'>) {
  const staff = new Set(roles.filter((role) => role !== 'parent' && role !== 'escort'))
  if (must_choose_workplace) staff.add('worker')
  const [only] = staff
  return only === undefined || staff.size > 1 ? 'title' : (`${only}Title` as const)
}
