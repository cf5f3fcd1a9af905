import { formatHour } from '@kezek/domain'
import { useTexts } from '@kezek/i18n'
import { Notice } from '@kezek/ui'

import type { DraftForm } from '../../shared/drafts/useDraft'
import css from './Apply.module.css'
import type { Form } from './form'
import { applyTexts } from './texts'

/** Where what was typed lies, and since when. */
export function Kept({ draft: { savedAt, lost } }: { draft: DraftForm<Form> }) {
  const t = useTexts(applyTexts)
  if (lost) return <Notice>{t('notSaved')}</Notice>
  return savedAt && <p className={css.kept}>{t('saved', { hour: formatHour(savedAt) })}</p>
}
