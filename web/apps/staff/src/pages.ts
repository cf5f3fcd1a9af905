/** Every page of this app by its address below /staff; each has a chunk of its own. */
import { kindergartenTexts } from '@kezek/i18n'
import { page, type PageTable } from '@kezek/ui'

import { homeTexts } from './features/home/texts'
import { sectionTexts } from './shared/sections/texts'
import { workplaceTexts } from './shared/workplace/texts'

/** What a page of a kindergarten's worker speaks with besides its own texts. */
const atWork = [workplaceTexts, kindergartenTexts] as const

export const pages: PageTable = {
  '/': page(() => import('./features/home/HomePage'), homeTexts, sectionTexts, ...atWork),
  '/workplace': page(() => import('./features/workplace/WorkplacePage'), ...atWork),
}
