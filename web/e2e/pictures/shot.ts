import type { Page } from '@playwright/test'

import type { Scene, Who } from '../helpers/scene.ts'

/** One picture of a page. */
export interface Shot {
  /** Who has signed in; without one, nobody. */
  as?: Who
  /** The address, if it is not the table's own. */
  at?: (scene: Scene) => string
  /** What tells this picture of the page from its others. */
  name?: string
  /** What is done before the picture; in no language. */
  act?: (page: Page, scene: Scene) => Promise<void>
}
