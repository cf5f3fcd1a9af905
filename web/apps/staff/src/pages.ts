/** Every page of this app by its address below /staff; each has a chunk of its own. */
import { kindergartenTexts } from '@kezek/i18n'
import { signingTexts } from '@kezek/signing'
import { page, type PageTable } from '@kezek/ui'

import { addTexts } from './features/add-places/texts'
import { homeTexts } from './features/home/texts'
import { rosterTexts } from './features/roster/texts'
import { vacanciesTexts } from './features/vacancies/texts'
import { workroomTexts } from './features/workroom/texts'
import { sectionTexts } from './shared/sections/texts'
import { workplaceTexts } from './shared/workplace/texts'

/** What a page of a kindergarten's worker speaks with besides its own texts. */
const atWork = [workplaceTexts, kindergartenTexts] as const

export const pages: PageTable = {
  '/': page(() => import('./features/home/HomePage'), homeTexts, sectionTexts, ...atWork),
  '/vacancies': page(() => import('./features/vacancies/VacanciesPage'), vacanciesTexts, ...atWork),
  '/vacancies/add': page(() => import('./features/add-places/AddPlacesPage'), addTexts, signingTexts, ...atWork),
  '/workroom': page(() => import('./features/workroom/WorkroomPage'), workroomTexts, signingTexts, ...atWork),
  '/roster': page(() => import('./features/roster/RosterPage'), rosterTexts, ...atWork),
  '/workplace': page(() => import('./features/workplace/WorkplacePage'), ...atWork),
}
