/** Every page of this app by its address below /staff; each has a chunk of its own. */
import { page, type PageTable } from '@kezek/ui'

import { homeTexts } from './features/home/texts'

export const pages: PageTable = {
  '/': page(() => import('./features/home/HomePage'), homeTexts),
}
