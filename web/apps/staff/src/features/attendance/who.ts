/** Who has made a mark, and who fetched the child by a code, in words. */
import type { KindergartensMarkView } from '@kezek/api'
import { useTexts } from '@kezek/i18n'

import { attendanceTexts } from './texts'

export function useWho(): (mark: KindergartensMarkView) => string {
  const t = useTexts(attendanceTexts)
  return ({ marked_by, name, by_code, fetched_by }) => {
    const maker = name === null ? t(marked_by) : `${name} (${t(marked_by)})`
    return by_code ? t('fetched', { maker, name: fetched_by ?? t('somebody') }) : maker
  }
}
