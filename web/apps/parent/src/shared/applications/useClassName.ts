import type { QueueCategoryView } from '@kezek/api'
import { useLanguage, useTexts } from '@kezek/i18n'

import { applicationTexts } from './texts'

/** What a class is called: by the numbered category where the district has such, else by its right. */
export function useClassName(categories: readonly QueueCategoryView[] = []) {
  const t = useTexts(applicationTexts)
  const language = useLanguage()
  return (of: QueueCategoryView['queue_class']) =>
    categories.find(({ queue_class }) => queue_class === of)?.name[language] ?? t(`class_${of}`)
}
