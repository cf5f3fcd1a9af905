/** Who has made a mark, in words. */
import type { KindergartensMarkView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'

import { attendanceTexts } from './texts'

export function useWho(): (mark: KindergartensMarkView) => string {
  const t = useTexts(attendanceTexts)
  return ({ marked_by, name }) => (name === null ? t(marked_by) : `${name} (${t(marked_by)})`)
}
