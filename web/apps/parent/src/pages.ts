/** Every page of this app by its address; each has a chunk of its own. */
import { page, type PageTable } from '@kezek/ui'

import { homeTexts } from './features/home/texts'
import { labels as manuals } from './features/manuals/labels'

export const pages: PageTable = {
  '/': page(() => import('./features/home/HomePage'), homeTexts),
  '/manuals': page(() => import('./features/manuals/ManualsPage'), manuals),
  '/manuals/:id': page(() => import('./features/manuals/ManualPage'), manuals),
  '/rules': page(() => import('./features/manuals/RulesPage'), manuals),
  '/privacy': page(() => import('./features/manuals/PrivacyPage'), manuals),
  '/accessibility': page(() => import('./features/manuals/AccessibilityPage'), manuals),
}
