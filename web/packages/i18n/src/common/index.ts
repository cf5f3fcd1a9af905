/** Words of the frame and of every page, in the chunk that a shell loads first. */
import { texts } from '../texts'

export const commonTexts = texts({
  kk: () => import('./kk'),
  ru: () => import('./ru'),
  en: () => import('./en'),
})
