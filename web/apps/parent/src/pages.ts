/** Every page of this app by its address; each has a chunk of its own. */
import { page, type PageTable } from '@kezek/ui'

import { firstEmailTexts } from './features/first-email/texts'
import { homeTexts } from './features/home/texts'
import { labels as manuals } from './features/manuals/labels'
import { signInTexts } from './features/sign-in/texts'
import { contactTexts } from './shared/contact/texts'
import { triesTexts } from './shared/tries/texts'

export const pages: PageTable = {
  '/': page(() => import('./features/home/HomePage'), homeTexts),
  '/sign-in': page(() => import('./features/sign-in/SignInPage'), signInTexts, triesTexts),
  '/first-email': page(
    () => import('./features/first-email/FirstEmailPage'),
    firstEmailTexts,
    contactTexts,
    triesTexts,
  ),
  '/manuals': page(() => import('./features/manuals/ManualsPage'), manuals),
  '/manuals/:id': page(() => import('./features/manuals/ManualPage'), manuals),
  '/rules': page(() => import('./features/manuals/RulesPage'), manuals),
  '/privacy': page(() => import('./features/manuals/PrivacyPage'), manuals),
  '/accessibility': page(() => import('./features/manuals/AccessibilityPage'), manuals),
}
