import { formatHour } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Notice, Small } from '@kezek/ui'

import type { DraftForm } from '../../shared/drafts/useDraft'
import type { Form } from './form'
import { applyTexts } from './texts'

/** Where what was typed lies, and since when. */
export function Kept({ draft: { savedAt, lost } }: { draft: DraftForm<Form> }) {
  const t = useTexts(applyTexts)
  if (lost) return <Notice>{t('notSaved')}</Notice>
  return savedAt && <Small>{t('saved', { hour: formatHour(savedAt) })}</Small>
}
