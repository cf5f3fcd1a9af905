import { momentOf } from '@kezek/domain'
import type { TableChoice } from '@kezek/ui'

/** How far back groups of a kindergarten go: children leave it before they are seven. */
const YEARS = 8

/** The group years that a kindergarten may have published for, newest first. */
export function yearsOfGroups(now = new Date()): readonly TableChoice[] {
  const { year } = momentOf(now)
  return Array.from({ length: YEARS }, (_, back) => String(year - back)).map((each) => ({ value: each, label: each }))
}
